import { Tooltip } from '@patternfly/react-core'
import { Suspense, lazy } from 'react'
import type { Vm } from '../../domain/vm.ts'
import { useText } from '../../i18n/text.ts'
import { vmKindLabels, vmKindOf, vmSignsOf } from './vmKinds.ts'

// It knows every setting; lists do not have to.
const PendingTip = lazy(async () => ({ default: (await import('./PendingTip.tsx')).PendingTip }))

/** Kind of a VM with its signs: pool, stateless, pending changes. The tooltip names what changes at the next start, read when it opens. */
export const VmTypeIcon = ({ vm }: { readonly vm: Vm }) => {
  const { t } = useText()
  const { Icon } = vmKindOf(vm)
  const words = vmKindLabels(vm).map((label) => t(label)).join(t('punctuation.comma'))
  return (
    <Tooltip content={vm.nextRunConfigurationExists ? <Suspense fallback={words}><PendingTip vm={vm} words={words} /></Suspense> : words} position="right">
      <span className="vm-type">
        <span aria-hidden className="vm-type__icons"><Icon />{vmSignsOf(vm).map(({ label, Icon: Sign }) => Sign && <Sign key={label} />)}</span>
        <span className="pf-v6-u-screen-reader">{words}</span>
      </span>
    </Tooltip>
  )
}
