import { Menu, MenuContent, MenuList } from '@patternfly/react-core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './floatingMenu.css'

/** Where a menu opens: below an element, or at a point of the window (px) with the element that gets the focus back. */
export type MenuPlace =
  | { readonly anchor: HTMLElement; readonly at?: never; readonly returnTo?: never }
  | { readonly at: { readonly x: number; readonly y: number }; readonly returnTo: HTMLElement | undefined; readonly anchor?: never }

type FloatingMenuProps = MenuPlace & { readonly label: string; readonly onClose: () => void; readonly children: ReactNode }

const gapPx = 4

/**
 * A menu over the page, mounted while open. Takes the focus, moves it with the arrow keys (PatternFly's Menu does),
 * closes on choice, Escape, Tab, a press elsewhere or when scrolling moves what it belongs to, and gives the focus back.
 */
export const FloatingMenu = ({ label, onClose, children, anchor, at, returnTo }: FloatingMenuProps) => {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  const giveBack = anchor ?? returnTo
  const opened = useRef<DOMRect>(undefined)

  useLayoutEffect(() => {
    const element = box.current
    opened.current = giveBack?.getBoundingClientRect()
    if (!element) return
    const { width, height } = element.getBoundingClientRect()
    const edge = anchor?.getBoundingClientRect()
    const wanted = edge ? { left: edge.left, top: edge.bottom + gapPx } : (at ?? { x: 0, y: 0 })
    const left = 'left' in wanted ? wanted.left : wanted.x
    const top = 'top' in wanted ? wanted.top : wanted.y
    const isBelow = top + height <= window.innerHeight
    const above = edge ? edge.top - gapPx - height : window.innerHeight - height
    setPlace({
      left: Math.max(0, Math.min(left, window.innerWidth - width)),
      top: isBelow ? top : Math.max(0, above),
    })
  }, [anchor, at, giveBack])

  const hasFocus = useRef(false)
  useEffect(() => {
    const element = box.current
    // Focus after the place is known, or the browser scrolls to where the menu was first.
    if (!place || !element) return
    // Items that come later take the focus from the menu itself, which holds it until then so that Escape works.
    if (hasFocus.current && document.activeElement !== element) return
    const target = element.querySelector<HTMLElement>('[role="menuitem"]') ?? element
    target.focus({ preventScroll: true })
    hasFocus.current = true
  }, [place, children])

  useEffect(() => {
    const onPress = ({ target }: Event): void => {
      if (!(target instanceof Node) || box.current?.contains(target) || giveBack?.contains(target)) return
      onClose()
    }
    const onScroll = ({ target }: Event): void => {
      if (target instanceof Node && box.current?.contains(target)) return
      // Scrolling is told a frame late: that of the press itself, which brought the button into view, arrives when the menu is open.
      const now = giveBack?.getBoundingClientRect()
      if (now && now.left === opened.current?.left && now.top === opened.current.top) return
      onClose()
    }
    document.addEventListener('pointerdown', onPress, true)
    window.addEventListener('scroll', onScroll, true)
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('scroll', onScroll, true)
      window.removeEventListener('resize', onClose)
    }
  }, [giveBack, onClose])

  const leave = (): void => {
    onClose()
    giveBack?.focus({ preventScroll: true })
  }
  return createPortal(
    <div
      ref={box}
      tabIndex={-1}
      className="floating-menu"
      style={place ?? { visibility: 'hidden' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return
        event.preventDefault()
        event.stopPropagation()
        leave()
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Menu onSelect={leave} isScrollable>
        <MenuContent>
          <MenuList aria-label={label}>{children}</MenuList>
        </MenuContent>
      </Menu>
    </div>,
    document.body,
  )
}
