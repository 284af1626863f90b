/** What a search can see of a row. Each object of the search language has one source; conditions and orders are read from its cells. */
import type { SearchObjectName } from '../../../src/domain/search/objects.ts'
import type { Condition } from '../../../src/domain/search/parse.ts'
import type { Cell, Context } from './context.ts'
import { freeTextFields, matcherOf } from './match.ts'

export interface Source<Row> {
  readonly object: SearchObjectName
  /** field of the language → value of the row; null or undefined is the database's null */
  readonly cells: Readonly<Record<string, (row: Row, context: Context) => Cell>>
}

/** A relation as the engine joins it: all conditions on it see the same related row; without any, one empty row. */
export interface Join<Row> {
  compile(condition: Condition): () => boolean
  /** runs `test` once per related row until it holds */
  some(row: Row, test: () => boolean): boolean
}
export type Joined<Row> = (context: Context) => Join<Row>

/** A relation to the rows of another source. `rowsOf` is asked for once per search and may prepare an index. */
export function joined<Row, Other>(source: Source<Other>, rowsOf: (context: Context) => (row: Row) => Iterable<Other>): Joined<Row> {
  return (context) => {
    const related = rowsOf(context)
    let current: Other | undefined
    return {
      compile: (condition) => {
        const test = compileOwn(source, condition, context)
        return () => test(current)
      },
      some: (row, test) => {
        let isEmpty = true
        for (const other of related(row)) {
          isEmpty = false
          current = other
          if (test()) return true
        }
        current = undefined
        return isEmpty && test()
      },
    }
  }
}

/** A condition on the row itself. The row is missing where an outer join found none: then every cell is null. */
export function compileOwn<Row>(source: Source<Row>, condition: Condition, context: Context): (row: Row | undefined) => boolean {
  const { field, operator } = condition
  const names = field === undefined ? freeTextFields(source.object) : [field]
  const tests = names.map((name) => {
    const cell = source.cells[name]
    const test = matcherOf(source.object, field, name, condition, context)
    return (row: Row | undefined) => test(row === undefined ? null : cell?.(row, context))
  })
  const [only] = tests
  if (field !== undefined && only) return only
  // text without a field is looked for anywhere; with != it must stand nowhere
  return operator === '!=' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row))
}
