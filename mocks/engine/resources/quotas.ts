/** The default quota of a data center, which limits nothing. Source: defaults.json, quota; QuotaMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import golden from '../../golden/defaults.json' with { type: 'json' }
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'

type Quota = Model.Quota & { id: string }

/** Its id is the one that disks and VMs of the data center refer to. */
function quotasOf({ world: { tables }, ids }: Call): Quota[] {
  const dataCenter = tables.dataCenters.get(ids[0] ?? '')
  const id = dataCenter?.hidden.defaultQuotaId
  if (!dataCenter || id === undefined) return []
  const { name, description, cluster_soft_limit_pct, cluster_hard_limit_pct, storage_soft_limit_pct, storage_hard_limit_pct } = golden.quota.per_new_data_center
  return [{ id, name, description, cluster_soft_limit_pct, cluster_hard_limit_pct, storage_soft_limit_pct, storage_hard_limit_pct, data_center: { id: dataCenter.id } }]
}
collection('datacenters/quotas', { type: 'Quota', filtered: 'refused', list: quotasOf, find: (call, id) => quotasOf(call).find((row) => row.id === id), show: (row: Quota): object => row })
