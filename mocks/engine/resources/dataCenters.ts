/** Data centers, to read. Source: BackendDataCentersResource, DataCenterMapper. */
import { collection, wholeTable } from '../registry.ts'
import type { MacPoolRow } from '../rows.ts'

/** Every data center shows the default pool: pools belong to clusters now. Source: DataCenterMapper. */
const defaultPool = (pools: Iterable<MacPoolRow>): MacPoolRow | undefined => {
  for (const pool of pools) if (pool.default_pool) return pool
  return undefined
}

collection('datacenters', {
  ...wholeTable('dataCenters'), type: 'DataCenter', object: 'data_center', search: 'datacenters',
  show: (row, { world }) => {
    const pool = defaultPool(world.tables.macPools.all())
    return { ...row, ...(pool && { mac_pool: { id: pool.id } }) }
  },
})
