import { createContext } from 'react'
import type { Site } from '../engine/site.ts'

/** What stands around the portal, read once at start. */
export const SiteContext = createContext<Site>({ gateway: false, demoEngine: false, title: '' })
