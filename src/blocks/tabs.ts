import { createContext, useContext, useMemo } from 'react'
import type { EntityType } from '../domain/entity.ts'
import type { TabContribution } from './feature.ts'

/** Tabs of all features; the app concatenates them, because a feature knows only its own. */
export const TabsContext = createContext<readonly TabContribution[]>([])

/** Tabs that any feature lends to the page of this kind of object, for `DetailPage`. */
export const useTabs = (parent: EntityType): readonly TabContribution[] => {
  const tabs = useContext(TabsContext)
  return useMemo(() => tabs.filter((tab) => tab.parent === parent), [tabs, parent])
}
