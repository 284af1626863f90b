import type { EntityType, Target } from '../domain/entity.ts'
import type { Row } from '../engine/resource.ts'

/** Where rows of one kind stand: their type, and the objects above a row along which a permission counts (nearest first, system left out). */
export interface Placed<T extends Row> {
  readonly type: EntityType
  readonly parents?: (row: T) => readonly Target[]
}

/** The row and what is above it, nearest first. */
export const targetsOf = <T extends Row>({ type, parents }: Placed<T>, row: T): readonly Target[] => [{ type, id: row.id }, ...(parents?.(row) ?? [])]
