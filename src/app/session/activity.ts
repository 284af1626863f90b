import { session } from '../../engine/session.ts'

/** What counts as somebody being there. Pointer moves come often; the watch itself tells other tabs once a second at most. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Reports use of keyboard and pointer to the idle watch, for as long as the page lives. */
export const startActivityWatch = (): void => {
  for (const sign of signs) window.addEventListener(sign, () => session.idle.note(), { capture: true, passive: true })
}
