import type { KeyboardEvent, PointerEvent } from 'react'
import { useText } from '../../i18n/text.ts'

/** Width of the side bar in pixels (ux.md, Frame). */
export const narrowestPx = 220
export const widestPx = 480
const keyStepPx = 20

export const clampWidth = (px: number): number => Math.round(Math.min(widestPx, Math.max(narrowestPx, px)))

interface WidthHandleProps { readonly widthPx: number; readonly onWidth: (px: number) => void; readonly controls: string }

/** The edge of the side bar: dragged with the pointer, or moved with the arrow keys, Home and End. */
export const WidthHandle = ({ widthPx, onWidth, controls }: WidthHandleProps) => {
  const { t } = useText()
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(clampWidth(fromStart(event)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = toWidth(event.key, widthPx)
    if (next === undefined) return
    event.preventDefault()
    onWidth(clampWidth(next))
  }
  return (
    <div className="portal-width-handle" role="separator" aria-orientation="vertical" aria-label={t('frame.sideBarWidth')} tabIndex={0}
      aria-controls={controls} aria-valuemin={narrowestPx} aria-valuemax={widestPx} aria-valuenow={widthPx}
      onPointerDown={onPointerDown} onPointerMove={onPointerMove} onKeyDown={onKeyDown} />
  )
}

/** Distance of the pointer from the side where lines begin. */
const fromStart = (event: PointerEvent<HTMLDivElement>): number =>
  document.documentElement.dir === 'rtl' ? window.innerWidth - event.clientX : event.clientX

const toWidth = (key: string, widthPx: number): number | undefined => {
  if (key === 'ArrowLeft') return widthPx - keyStepPx
  if (key === 'ArrowRight') return widthPx + keyStepPx
  if (key === 'Home') return narrowestPx
  return key === 'End' ? widestPx : undefined
}
