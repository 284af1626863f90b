/** Templates, pools and instance types as searches see them. */
import type { TemplateRow, VmPoolRow } from '../../rows.ts'
import { isVmReporting } from '../../statistics/usage.ts'
import { osDisplayName } from '../guest.ts'
import { clusterOf, dataCenterName, toMib, vmsOfPool, vmsOfTemplate } from '../rowsOf.ts'
import type { Source } from '../source.ts'
import { tagsOf } from '../tags.ts'

export const template: Source<TemplateRow> = {
  object: 'template',
  cells: {
    name: (row) => row.name,
    comment: (row) => row.comment,
    os: (row) => osDisplayName(row.os?.type),
    creationdate: (row) => row.creation_time,
    childcount: (row, context) => vmsOfTemplate(context, row).length,
    mem: (row) => toMib(row.memory),
    description: (row) => row.description,
    status: (row) => row.status,
    sealed: () => false,
    cluster: (row, context) => clusterOf(context, row)?.name,
    datacenter: (row, context) => dataCenterName(context, row),
    architecture: (row, context) => row.cpu?.architecture ?? clusterOf(context, row)?.cpu?.architecture,
    version_name: (row) => row.version.version_name,
    tag: (row, { world }) => tagsOf(world, row.id),
    _vmt_id: (row) => row.id,
  },
}

export const pool: Source<VmPoolRow> = {
  object: 'pool',
  cells: {
    name: (row) => row.name,
    description: (row) => row.description,
    comment: (row) => row.comment,
    type: (row) => row.type,
    cluster: (row, context) => clusterOf(context, row)?.name,
    datacenter: (row, context) => dataCenterName(context, row),
    architecture: (row, context) => clusterOf(context, row)?.cpu?.architecture,
    assigned_vm_count: (row, context) => vmsOfPool(context, row).length,
    running_vm_count: (row, context) => vmsOfPool(context, row).filter(isVmReporting).length,
  },
}
