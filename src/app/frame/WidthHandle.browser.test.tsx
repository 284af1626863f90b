import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../../i18n/catalogue.ts'
import { appWords } from '../catalogue.ts'
import { WidthHandle } from './WidthHandle.tsx'

beforeEach(async () => {
  await startI18n('en')
  await appWords.load()
})
afterEach(cleanup)

test.each([
  ['ArrowRight', 290, 310],
  ['ArrowLeft', 290, 270],
  ['ArrowLeft', 225, 220],
  ['ArrowRight', 475, 480],
  ['Home', 290, 220],
  ['End', 290, 480],
])('%s on a side bar of %d px makes it %d px wide', (key, widthPx, expected) => {
  const onWidth = vi.fn()
  render(<WidthHandle widthPx={widthPx} onWidth={onWidth} controls="bar" />)
  fireEvent.keyDown(screen.getByRole('separator', { name: 'Width of the side bar' }), { key })
  expect(onWidth).toHaveBeenCalledWith(expected)
})
