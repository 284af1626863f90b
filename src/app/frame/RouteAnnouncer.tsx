import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

export const mainId = 'portal-main'

/**
 * Says the title of a page that was opened, and moves the focus to its heading when the old page took the focus with it.
 * Whoever walks through tree or menu keeps the focus there. An effect, because both are the document's own state.
 */
export const RouteAnnouncer = () => {
  const { pathname } = useLocation()
  const [title, setTitle] = useState('')
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // The page's <title> and heading are in place after React has committed them, hence the next frame.
    const frame = requestAnimationFrame(() => {
      setTitle(document.title)
      const main = document.getElementById(mainId)
      const isFocusLost = document.activeElement === null || document.activeElement === document.body
      if (!isFocusLost || !main) return
      const heading = main.querySelector('h1')
      heading?.setAttribute('tabindex', '-1')
      ;(heading ?? main).focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
  return <div className="portal-announcer" role="status" aria-live="polite"><bdi>{title}</bdi></div>
}
