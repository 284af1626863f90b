import { describe, expect, test } from 'vitest'
import type { Column } from '../column.ts'
import { csvCell, readAllRows, toCsv } from './exportCsv.ts'

describe('csvCell', () => {
  test.each([
    ['plain', 'plain'],
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['two\nlines', '"two\nlines"'],
    [-5, '-5'],
    [true, 'true'],
    [undefined, ''],
  ])('%j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })
})

const columns: readonly Column<{ readonly name: string }>[] = [{ id: 'field.name', value: ({ name }) => name }]

test('the file begins with a byte order mark and has one line per row', () => {
  expect(toCsv(columns, ['Name'], [{ name: 'a' }, { name: '名称' }])).toBe('\u{FEFF}Name\r\na\r\n名称\r\n')
})

test('all pages are read in order until one is not full, and a row that moved comes once', async () => {
  const pages = [[{ id: '1' }, { id: '2' }], [{ id: '2' }, { id: '3' }]]
  const counts: number[] = []
  const rows = await readAllRows((_, n) => Promise.resolve({ rows: pages[n - 1] ?? [], more: n < 2, readAt: 0 }), {}, new AbortController().signal, (count) => counts.push(count))
  expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(counts).toEqual([2, 3])
})
