import type { MacPool } from '../../domain/macPool.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, identity, list } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeMacPool = (wire: Wire.MacPool): MacPool => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: identity(wire).description,
  ranges: list(wire.ranges?.range).map(({ from = '', to = '' }) => ({ from, to })),
  allowDuplicates: flag(wire.allow_duplicates, false),
  defaultPool: flag(wire.default_pool, false),
})

/** MAC pools; the engine cannot search them. */
export const macPools = defineResource<MacPool, Wire.MacPool>({
  type: 'mac_pool',
  path: 'macpools',
  element: 'mac_pool',
  decode: decodeMacPool,
  whole: true,
})
