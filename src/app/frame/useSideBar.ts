import { useState } from 'react'
import { useLocation } from 'react-router'
import { useStoredValue } from '../storedValue.ts'
import type { SideState, SideView } from './SideBar.tsx'
import { clampWidth } from './WidthHandle.tsx'
import { useMedia } from './useMedia.ts'

const usualWidthPx = 290
/** From here on the side bar stands beside the content; below it overlays (ux.md, Frame; PatternFly's xl breakpoint). */
const besideQuery = '(min-width: 75rem)'

const toWidth = (stored: string | null): number => clampWidth(Number(stored ?? usualWidthPx) || usualWidthPx)
const toView = (stored: string | null): SideView => (stored === 'inventory' ? 'inventory' : 'menu')

/** What the side bar shows and how: folded to icons on wide windows, drawn over the page until the next click on narrow ones. */
export const useSideBar = () => {
  const isBeside = useMedia(besideQuery)
  const { pathname } = useLocation()
  const [widthPx, setWidthPx] = useStoredValue('sideBar.width', toWidth)
  const [view, setView] = useStoredValue('sideBar.view', toView)
  const [isFolded, setFolded] = useStoredValue('sideBar.folded', (stored) => stored === 'true')
  /** the page over which the bar was opened: it goes away with that page */
  const [overlaidPath, setOverlaidPath] = useState<string>()
  const isOverlaid = overlaidPath === pathname
  const state: SideState = isBeside ? (isFolded ? 'rail' : 'open') : (isOverlaid ? 'open' : 'hidden')
  return {
    state,
    view,
    widthPx,
    onView: setView,
    onWidth: setWidthPx,
    onOpen: () => (isBeside ? setFolded(false) : setOverlaidPath(pathname)),
    onToggle: () => (isBeside ? setFolded(!isFolded) : setOverlaidPath(isOverlaid ? undefined : pathname)),
    /** closes an overlaid bar; one that stands beside the content stays */
    onLeave: () => setOverlaidPath(undefined),
  }
}
