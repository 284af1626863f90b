/** Disks as VMs and templates have them. The id of an attachment is that of its disk. Source: DiskAttachmentMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { DiskAttachmentRow } from '../rows.ts'
import { logicalName } from './disks.ts'

type Shown = Model.DiskAttachment & { id: string }

function attachmentsOf({ world, ids }: Call, owner: 'vm' | 'template'): Shown[] {
  const ownerId = ids[0] ?? ''
  return world.tables.diskAttachments.by('ownerId', ownerId).map((row: DiskAttachmentRow) => {
    const name = owner === 'vm' ? logicalName(world, row) : undefined
    return { ...row, id: row.disk.id, ...name !== undefined && { logical_name: name }, [owner]: { id: ownerId } }
  })
}
for (const [place, owner] of [['vms', 'vm'], ['templates', 'template']] as const) {
  collection(`${place}/diskattachments`, {
    type: 'DiskAttachment', list: (call) => attachmentsOf(call, owner), find: (call, id) => attachmentsOf(call, owner).find((row) => row.id === id), show: (row: Shown): object => row,
  })
}
