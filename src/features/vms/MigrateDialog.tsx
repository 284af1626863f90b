import { Alert, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ActionDialogProps } from '../../blocks/action.ts'
import { ConfirmDialog } from '../../blocks/actions/ConfirmDialog.tsx'
import { FaultLine } from '../../blocks/faults/FaultLine.tsx'
import { AutomaticChoice } from '../../blocks/form/AutomaticChoice.tsx'
import { Tick } from '../../blocks/form/Tick.tsx'
import { useUrlState } from '../../blocks/url/useUrlState.ts'
import type { Ref } from '../../domain/entity.ts'
import type { Host } from '../../domain/host.ts'
import type { Vm } from '../../domain/vm.ts'
import { migrationTargets } from '../../engine/resources/migration.ts'
import { migrateVm, vms } from '../../engine/resources/vms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** Where these VMs can go, without the host where all of them are. */
const withoutCommonHost = (targets: readonly Host[], rows: readonly Vm[]): readonly Host[] => {
  const [first, ...others] = new Set(rows.map(({ host }) => host?.id))
  return others.length === 0 ? targets.filter(({ id }) => id !== first) : targets
}

/**
 * Chooses where running VMs go: the engine decides, or one of the hosts that can take all of them. VMs of the same positive
 * affinity groups go along on wish. A refusal stays in the dialog, with what the engine says of every host: the
 * list of targets tells no reasons, so the request may be sent for the sake of them where it is empty.
 * Source: MigrateModel of webadmin.
 */
export const MigrateDialog = ({ rows, skipped = [], onClose }: ActionDialogProps<Vm>) => {
  const { t } = useText()
  const { compare } = useFormat()
  const [url] = useUrlState()
  const dropped = url.do === 'vm.action.migrate' ? url.host : undefined
  const [isChosen, setChosen] = useState(dropped !== undefined)
  const [picked, setPicked] = useState<Ref | undefined>(dropped === undefined ? undefined : { id: dropped })
  const [affinityClosure, setClosure] = useState(false)
  const ids = rows.map(({ id }) => id)
  const found = useQuery(migrationTargets(ids, affinityClosure))
  const targets = withoutCommonHost(found.data ?? [], rows).toSorted((one, other) => compare(one.name, other.name))
  const isNone = found.data !== undefined && targets.length === 0
  const together = useQuery({ ...migrationTargets(ids, true), enabled: isNone && !affinityClosure })
  const wouldHelp = isNone && !affinityClosure && (together.data?.length ?? 0) > 0
  const target = isChosen ? targets.find(({ id }) => id === picked?.id) : undefined
  const isUnfit = isChosen && picked !== undefined && found.data !== undefined && !isNone && !target

  const action: Action<Vm> = {
    id: 'vm.action.migrate', group: 'migrate', takes: 'many', permit: 'migrate_vm', doing: 'vm.action.migrate.doing', confirm: { id: 'vm.dialog.migrate' },
    run: (vm) => migrateVm(vm, { affinityClosure, ...(target && { hostId: target.id }) }),
  }
  const find = (words: string, most: number) => {
    const fitting = targets.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())).slice(0, most)
    return Promise.resolve(fitting.map(({ id, name, activeVms }) => ({ id, name, facts: t('vm.migrate.running', { count: activeVms }) })))
  }
  return (
    <ConfirmDialog placed={vms} offer={{ action, eligible: rows, skipped }} isReady={found.data !== undefined && (isNone || !isChosen || target !== undefined)} onClose={onClose}>
      <AutomaticChoice
        id="migrate-target" label={t('vm.migrate.target')} automaticLabel={t('vm.migrate.automatic')} chosenLabel={t('vm.migrate.chosen')}
        picking={{ type: 'host', find }} candidates={`${affinityClosure} ${found.dataUpdatedAt}`} isChosen={isChosen} onChosen={setChosen}
        value={picked} onChange={setPicked} isDisabled={isNone} isInvalid={isUnfit}
      />
      <Tick id="migrate-affinity" label={t('vm.migrate.affinity')} isOn={affinityClosure} onChange={setClosure} />
      {found.isPending && <Skeleton screenreaderText={t('vm.migrate.reading')} />}
      {found.error && <FaultLine fault={found.error} onRetry={() => void found.refetch()} />}
      {isNone && <Alert isInline variant="warning" title={t('vm.migrate.noTarget')}>{t(wouldHelp ? 'vm.migrate.affinityHint' : 'vm.migrate.askWhy')}</Alert>}
      {isUnfit && <Alert isInline variant="warning" title={t('vm.migrate.unfit')} />}
    </ConfirmDialog>
  )
}
