import { Skeleton } from '@patternfly/react-core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ActionDialogProps } from '../../blocks/action.ts'
import { ConfirmDialog } from '../../blocks/actions/ConfirmDialog.tsx'
import { FaultLine } from '../../blocks/faults/FaultLine.tsx'
import { Tick } from '../../blocks/form/Tick.tsx'
import type { DiskAttachment } from '../../domain/disk.ts'
import { blankId } from '../../domain/entity.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Vm } from '../../domain/vm.ts'
import { judgeRemoveDisks } from '../../domain/vmActions.ts'
import type { RemoveDisksChoice } from '../../domain/vmActions.ts'
import { vmDiskAttachments } from '../../engine/resources/disks.ts'
import { vmSnapshots } from '../../engine/resources/snapshots.ts'
import { removeVm, vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import './vms.css'

/** The box of one VM from what was read of it; undefined while that is on its way. */
const toChoice = (vm: Vm, attachments: readonly DiskAttachment[] | undefined, snapshots: readonly Snapshot[] | undefined): RemoveDisksChoice | undefined => {
  if (!attachments || !snapshots) return undefined
  return judgeRemoveDisks([{
    isTemplateBased: vm.template !== undefined && vm.template.id !== blankId,
    // Every snapshot but the active state holds images of the disks.
    hasDiskSnapshots: snapshots.some(({ type }) => type !== 'active'),
    diskCount: attachments.length,
    shareableDiskCount: attachments.filter(({ disk }) => disk?.shareable === true).length,
  }]).perVm[0]
}

/** Removes VMs; for each one the user says whether its disks go too, where they may stay. Source: VmListModel.remove of webadmin. */
export const RemoveVmsDialog = ({ rows, skipped = [], onClose }: ActionDialogProps<Vm>) => {
  const { t, textOr } = useText()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const attachments = useQueries({ queries: rows.map(({ id }) => vmDiskAttachments(id)) })
  const snapshots = useQueries({ queries: rows.map(({ id }) => vmSnapshots(id)) })
  const failed = [...attachments, ...snapshots].find(({ error }) => error)
  const choices = new Map(rows.map((vm, index) => [vm.id, toChoice(vm, attachments[index]?.data, snapshots[index]?.data)]))
  const keepsDisks = (id: string): boolean => choices.get(id)?.fixed === false && kept.has(id)
  const onKeep = (id: string, isKept: boolean): void => {
    const next = new Set(kept)
    if (isKept) next.add(id)
    else next.delete(id)
    setKept(next)
  }

  const action: Action<Vm> = {
    id: 'vm.action.remove', group: 'destroy', takes: 'many', permit: 'delete_vm', doing: 'vm.action.remove.doing', confirm: { id: 'vm.dialog.remove' },
    run: (vm) => removeVm(vm, { keepDisks: keepsDisks(vm.id) }),
  }
  return (
    <ConfirmDialog placed={vms} offer={{ action, eligible: rows, skipped }} isNamedBelow isReady={[...choices.values()].every((choice) => choice !== undefined)} onClose={onClose}>
      {failed && <FaultLine fault={failed.error} onRetry={() => void failed.refetch()} />}
      <ul className="remove-vms" aria-label={t('confirm.affected')}>
        {rows.map((vm) => {
          const choice = choices.get(vm.id)
          return (
            <li key={vm.id}>
              <bdi>{vm.name}</bdi>
              {choice ? (
                <Tick
                  id={`disks-${vm.id}`} feature="vm.action.remove.disks" label={t('vm.action.remove.disks')} fullLabel={t('vm.removeDisks.of', { name: vm.name })}
                  isOn={choice.fixed ? choice.value : !kept.has(vm.id)} isFixed={choice.fixed}
                  hint={choice.why === undefined ? undefined : textOr(choice.why, choice.why)} onChange={(isOn) => onKeep(vm.id, !isOn)}
                />
              ) : !failed && <Skeleton screenreaderText={t('state.loading')} />}
            </li>
          )
        })}
      </ul>
    </ConfirmDialog>
  )
}
