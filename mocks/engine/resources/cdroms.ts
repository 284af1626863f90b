/** The one CD-ROM drive of a VM or template: what is in it, or with `current` what the running VM has in it. Source: CdRomMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { blankId } from '../../../src/domain/entity.ts'
import type { Call } from '../call.ts'
import { booleanParameter } from '../parameters.ts'
import { collection } from '../registry.ts'
import { isVmReporting } from '../statistics/usage.ts'

type Drive = Model.Cdrom & { id: string }

function drivesOf({ world, ids, query }: Call, owner: 'vm' | 'template'): Drive[] {
  const ownerId = ids[0] ?? ''
  const vm = owner === 'vm' ? world.tables.vms.get(ownerId) : undefined
  const shows = booleanParameter(query, 'current') !== true || (vm !== undefined && isVmReporting(vm))
  const file = shows ? vm?.hidden.cdFileId : undefined
  return [{ id: blankId, [owner]: { id: ownerId }, ...file !== undefined && { file: { id: file } } }]
}
for (const [place, owner] of [['vms', 'vm'], ['templates', 'template']] as const) {
  collection(`${place}/cdroms`, { type: 'Cdrom', list: (call) => drivesOf(call, owner), find: (call, id) => drivesOf(call, owner).find((row) => row.id === id), show: (row: Drive): object => row })
}
