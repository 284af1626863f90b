import { afterEach, expect, test, vi } from 'vitest'
import { afterPaint } from './afterPaint.ts'

afterEach(() => vi.restoreAllMocks())

test('waits for the frame that is being drawn', async () => {
  let draw: FrameRequestCallback = () => undefined
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
    draw = callback
    return 1
  })
  const onDone = vi.fn()
  const waiting = afterPaint().then(onDone)
  await Promise.resolve()
  expect(onDone).not.toHaveBeenCalled()
  draw(0)
  expect(onDone).not.toHaveBeenCalled()
  await waiting
  expect(onDone).toHaveBeenCalledOnce()
})

test('does not wait in a tab that nobody sees', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const frames = vi.spyOn(window, 'requestAnimationFrame')
  await afterPaint()
  expect(frames).not.toHaveBeenCalled()
})
