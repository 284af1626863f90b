import { Tooltip } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Vm } from '../../domain/vm.ts'
import { vmNextRun } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { pendingFacts } from './facts.tsx'
import { vmKindLabels, vmKindOf, vmSignsOf } from './vmKinds.ts'

/** Kind of a VM with its signs: pool, stateless, pending changes. The tooltip names what changes at the next start, read when it opens. */
export const VmTypeIcon = ({ vm }: { readonly vm: Vm }) => {
  const { t } = useText()
  const { Icon } = vmKindOf(vm)
  const words = vmKindLabels(vm).map((label) => t(label)).join(t('punctuation.comma'))
  return (
    <Tooltip content={vm.nextRunConfigurationExists ? <PendingTip vm={vm} words={words} /> : words} position="right">
      <span className="vm-type">
        <span aria-hidden className="vm-type__icons"><Icon />{vmSignsOf(vm).map(({ label, Icon: Sign }) => Sign && <Sign key={label} />)}</span>
        <span className="pf-v6-u-screen-reader">{words}</span>
      </span>
    </Tooltip>
  )
}

const PendingTip = ({ vm, words }: { readonly vm: Vm; readonly words: string }) => {
  const { t } = useText()
  const { data: next } = useQuery(vmNextRun(vm.id))
  const changed = next ? pendingFacts({ vm, next }) : []
  return <>{words}{changed.length > 0 && <ul>{changed.map((id) => <li key={id}>{t(id)}</li>)}</ul>}</>
}
