import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { usePaletteKey } from './usePaletteKey.ts'

afterEach(cleanup)

const Page = ({ onOpen }: { readonly onOpen: () => void }) => {
  usePaletteKey(onOpen)
  return <input aria-label="field" />
}

const draw = () => {
  const onOpen = vi.fn()
  const { getByLabelText, unmount } = render(<Page onOpen={onOpen} />)
  return { onOpen, field: getByLabelText('field'), unmount }
}

test.each([
  [{ key: 'k', ctrlKey: true }, 1],
  [{ key: 'K', metaKey: true }, 1],
  [{ key: 'k' }, 0],
  [{ key: 'k', ctrlKey: true, shiftKey: true }, 0],
  [{ key: 'k', ctrlKey: true, repeat: true }, 0],
  [{ key: 'j', ctrlKey: true }, 0],
])('%o typed into a field opens the palette %d times', (keys, times) => {
  const { onOpen, field } = draw()
  fireEvent.keyDown(field, keys)
  expect(onOpen).toHaveBeenCalledTimes(times)
})

test('a page that is gone listens no more', () => {
  const { onOpen, unmount } = draw()
  unmount()
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  expect(onOpen).not.toHaveBeenCalled()
})
