import { expect, test } from 'vitest'
import type { Column } from '../column.ts'
import type { ColumnsPreference } from '../preferences.ts'
import { layOutColumns } from './columnLayout.ts'

const columns: readonly Column<string>[] = [
  { id: 'field.name', value: (row) => row, pinned: true, widthPx: 400 },
  { id: 'field.comment', value: (row) => row, widthPx: 200 },
  { id: 'field.status', value: (row) => row, widthPx: 90 },
  { id: 'field.description', value: (row) => row, widthPx: 200 },
]

test.each<[string, ColumnsPreference, string]>([
  ['the last of the widest', {}, 'field.description'],
  ['the widest that is shown', { hidden: ['field.description'] }, 'field.comment'],
  ['one that the user gave no width', { widthsPx: { 'field.description': 300 } }, 'field.comment'],
  ['a pinned one only alone', { hidden: ['field.comment', 'field.status', 'field.description'] }, 'field.name'],
])('room that is left goes to %s', (_, wish, expected) => {
  expect(layOutColumns(columns, wish, 44).filter(({ grows }) => grows).map(({ column }) => column.id)).toEqual([expected])
})
