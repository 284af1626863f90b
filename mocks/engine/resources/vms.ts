/** Virtual machines: list, single, edit, remove. Their actions are in vmActions.ts. Source: BackendVmsResource, BackendVmResource, VmMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, type Call } from '../call.ts'
import { runLifecycle } from '../lifecycle/command.ts'
import { beginRemoval } from '../lifecycle/removeVm.ts'
import { updateVm } from '../lifecycle/updateVm.ts'
import { checkRemove } from '../lifecycle/vmChecks.ts'
import { booleanParameter } from '../parameters.ts'
import { collection, wholeTable } from '../registry.ts'
import type { VmRow } from '../rows.ts'
import { listeningConsoles } from './graphicsConsoles.ts'

/** Members that come only with all_content, because the engine reads them from further tables. */
const onDemand = ['console', 'payloads', 'virtio_scsi', 'soundcard_enabled', 'rng_device', 'tpm_enabled'] as const
/** What plain users do not get. Source: BackendVmsResource.removeRestrictedInfo. */
const restricted = ['host', 'placement_policy'] as const

/** The body of a VM: with `next_run` the configuration of the coming run; lists carry the running consoles where `detail` asks for them. */
export function showVm(row: VmRow, { world, allContent, filtered, query, details }: Call): object {
  const shown: Partial<VmRow> = booleanParameter(query, 'next_run') === true ? { ...row, ...row.hidden.nextRun } : { ...row }
  if (!allContent) for (const member of onDemand) delete shown[member]
  if (filtered) for (const member of restricted) delete shown[member]
  return details.has('current_graphics_consoles') ? { ...shown, graphics_consoles: listeningConsoles(world, row) } : shown
}

collection('vms', {
  ...wholeTable('vms'),
  type: 'Vm', object: 'vm', search: 'vms',
  show: showVm,
  update: (call, row) => updateVm(call, row, bodyOf<Model.Vm>(call), booleanParameter(call.query, 'next_run') === true),
  remove: (call, row) => {
    const detachOnly = booleanParameter(call.query, 'detach_only') === true
    const force = booleanParameter(call.query, 'force') === true
    runLifecycle(call, {
      name: 'RemoveVm', permit: 'delete_vm', on: { type: 'vm', id: row.id }, job: `Removing VM ${row.name}`, keepsLock: true,
      validate: () => checkRemove(call, row, { detachOnly, force }),
      execute: (cause) => beginRemoval(call.world, row, cause, detachOnly),
    })
  },
})
