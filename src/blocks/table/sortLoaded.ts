import type { Row } from '../../engine/resource.ts'
import type { Column } from '../column.ts'
import type { EntityList } from './entityList.ts'

/** An order: by search field of the engine, or by column id where the loaded rows are sorted. */
export interface Sort { readonly field: string; readonly descending: boolean }

type Value = ReturnType<Column<Row>['value']>

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Numbers by size, texts as people sort names (vm2 before vm10), nothing last. */
export const compareValues = (left: Value, right: Value): number => {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return collator.compare(String(left), String(right))
}

/** The list with its loaded rows in the order of one column; the same list where no order is asked for. */
export const sortLoadedRows = <T extends Row>(list: EntityList<T>, columns: readonly Column<T>[], sort: Sort | undefined): EntityList<T> => {
  const column = sort && columns.find(({ id }) => id === sort.field)
  if (!sort || !column) return list
  const sign = sort.descending ? -1 : 1
  const sorted = list.loaded().toSorted((left, right) => {
    const [a, b] = [column.value(left), column.value(right)]
    // Rows without a value stay last in both directions.
    return (a === undefined) === (b === undefined) ? sign * compareValues(a, b) : compareValues(a, b)
  })
  return { ...list, count: Math.max(list.count, sorted.length), rowAt: (index) => sorted[index], loaded: () => sorted }
}
