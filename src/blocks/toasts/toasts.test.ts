import { beforeEach, expect, test } from 'vitest'
import { closeToast, closeToasts, showToast, toasts } from './toasts.ts'

beforeEach(closeToasts)
const titles = (): readonly string[] => toasts.getSnapshot().map(({ title }) => title)

test('equal messages are one with a count', () => {
  showToast({ variant: 'danger', title: 'a' })
  showToast({ variant: 'danger', title: 'a' })
  expect(toasts.getSnapshot()).toMatchObject([{ title: 'a', count: 2 }])
})
test('at most three are shown, newest first, and failures are not pushed out by news', () => {
  showToast({ variant: 'danger', title: 'failure' })
  for (const title of ['one', 'two', 'three']) showToast({ variant: 'info', title })
  expect(titles()).toEqual(['three', 'two', 'failure'])
})
test('a closed message is gone and may come again', () => {
  showToast({ variant: 'info', title: 'a' })
  const [first] = toasts.getSnapshot()
  closeToast(first?.key ?? 0)
  expect(titles()).toEqual([])
  showToast({ variant: 'info', title: 'a' })
  expect(toasts.getSnapshot()).toMatchObject([{ title: 'a', count: 1 }])
})
