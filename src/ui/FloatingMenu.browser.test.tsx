import { MenuItem } from '@patternfly/react-core'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FloatingMenu } from './FloatingMenu.tsx'

test('scrolling closes a menu only when it moves what the menu belongs to', async () => {
  const anchor = document.createElement('button')
  document.body.append(anchor)
  let top = 100
  vi.spyOn(anchor, 'getBoundingClientRect').mockImplementation(() => new DOMRect(10, top, 20, 20))
  const onClose = vi.fn()
  render(<FloatingMenu label="Actions" anchor={anchor} onClose={onClose}><MenuItem>{'Run'}</MenuItem></FloatingMenu>)
  await screen.findByRole('menuitem', { name: 'Run' })
  fireEvent.scroll(document)
  expect(onClose).not.toHaveBeenCalled()
  top = 60
  fireEvent.scroll(document)
  expect(onClose).toHaveBeenCalled()
  anchor.remove()
})
