import { expect, test } from 'vitest'
import { applySuggestion, searchErrorIn, stripPrefix, suggestionsAt, toListQuery } from './searchState.ts'

test('a suggestion replaces the word that is being typed', () => {
  const [first] = suggestionsAt('vm', 'name=a and stat', 15, {})
  expect(first?.label).toBe('status')
  expect(first && applySuggestion('name=a and stat', first)).toEqual({ text: 'name=a and status', caret: 17 })
})
test('a mistake is found at its word', () => {
  expect(searchErrorIn('vm', 'name=a sortby nonsense')).toMatchObject({ start: 14, end: 22 })
  expect(searchErrorIn('vm', '')).toBeUndefined()
})
test('the own prefix of a list is understood, that of another is left as it is', () => {
  expect(stripPrefix('vm', 'Vms: status=up')).toBe('status=up')
  expect(stripPrefix('vm', 'Hosts: status=up')).toBe('Hosts: status=up')
})
test('an order in the text goes before the one of the headers', () => {
  const sort = { field: 'name', descending: false }
  expect(toListQuery('vm', 'status=up sortby cpu_usage desc', sort)).toEqual({ search: 'status=up', sort: { field: 'cpu_usage', descending: true } })
  expect(toListQuery('vm', 'status=up', sort)).toEqual({ search: 'status=up', sort })
  expect(toListQuery('vm', '', undefined)).toEqual({})
})
