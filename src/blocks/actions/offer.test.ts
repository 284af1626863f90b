import { describe, expect, test } from 'vitest'
import { no, yes } from '../../domain/verdict.ts'
import type { Action } from '../action.ts'
import { mostRows, offerAction, offerActions } from './offer.ts'

interface Machine { readonly id: string; readonly name: string; readonly status: string }
const machine = (name: string, status: string): Machine => ({ id: `id-${name}`, name, status })
const off = machine('a', 'down')
const on = machine('b', 'up')

const start: Action<Machine> = {
  id: 'actions.more', group: 'lifecycle', takes: 'many', permit: 'run_vm',
  check: ({ status }) => (status === 'down' ? yes : no('start.refused', { status })),
}
const everything = (): boolean => true

describe('offerAction', () => {
  test('runs on the rows that pass and names the others with their reason', () => {
    expect(offerAction(start, [off, on], everything)).toEqual({
      action: start, eligible: [off], skipped: [{ row: on, reason: { why: 'start.refused', params: { status: 'up' } } }],
    })
  })
  test('is refused with the first reason when no row passes', () => {
    expect(offerAction(start, [on], everything)?.refused).toEqual({ why: 'start.refused', params: { status: 'up' } })
  })
  test('asks for a selection when nothing is chosen', () => {
    expect(offerAction(start, [], everything)?.refused).toEqual({ why: 'actions.selectSome' })
  })
  test('is hidden without the permit, whatever the status', () => {
    expect(offerAction(start, [on], () => false)).toBeUndefined()
    expect(offerAction(start, [], () => false)).toBeUndefined()
  })
  test('skips the rows on which alone the permit is missing', () => {
    const other = machine('c', 'down')
    const offer = offerAction(start, [off, other], (_, row) => row?.id !== other.id)
    expect(offer?.eligible).toEqual([off])
    expect(offer?.skipped).toEqual([{ row: other, reason: { why: 'actions.noPermission' } }])
  })
  test('is hidden where the feature does not exist', () => {
    expect(offerAction({ ...start, offered: () => false }, [off], everything)).toBeUndefined()
  })
  test('takes one row only where one is meant', () => {
    expect(offerAction({ ...start, takes: 'one' }, [off, on], everything)?.refused).toEqual({ why: 'actions.oneOnly' })
  })
  test('refuses more rows than are sent at once', () => {
    const many = Array.from({ length: mostRows + 1 }, (_, index) => machine(`${index}`, 'down'))
    expect(offerAction(start, many, everything)?.refused?.why).toBe('actions.tooMany')
  })
  test('needs no row when it creates', () => {
    expect(offerAction({ ...start, takes: 'none' }, [], everything)).toEqual({ action: { ...start, takes: 'none' }, eligible: [], skipped: [] })
  })
})

test('actions stand in the order of every surface, destructive last', () => {
  const inGroup = (group: Action<Machine>['group']): Action<Machine> => ({ ...start, group })
  const offers = offerActions([inGroup('destroy'), inGroup('rest'), inGroup('create'), inGroup('lifecycle')], [off], everything)
  expect(offers.map(({ action }) => action.group)).toEqual(['create', 'lifecycle', 'rest', 'destroy'])
})
