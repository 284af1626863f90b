import CrownIcon from '@patternfly/react-icons/dist/esm/icons/crown-icon'
import EnhancementIcon from '@patternfly/react-icons/dist/esm/icons/enhancement-icon'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import type { ComponentType } from 'react'
import type { Host } from '../../domain/host.ts'
import { hostBadges } from '../../domain/hostStatus.ts'
import { useText } from '../../i18n/text.ts'
import { badgeWord } from './badgeWords.ts'
import './hosts.css'

interface Badge { readonly Icon: ComponentType; readonly tone: 'info' | 'warning' | 'plain' }

const badges: Readonly<Record<string, Badge>> = {
  'host.badge.update': { Icon: EnhancementIcon, tone: 'info' },
  'host.badge.external': { Icon: ExclamationTriangleIcon, tone: 'warning' },
  'host.badge.hostedEngine': { Icon: CrownIcon, tone: 'plain' },
  'host.badge.hostedEngineInactive': { Icon: CrownIcon, tone: 'warning' },
  'host.badge.hostedEngineScoreZero': { Icon: CrownIcon, tone: 'warning' },
}

/** Signs beside a host: an update waits, an outside system complains, the engine itself may run there. */
export const HostBadges = ({ host }: { readonly host: Host }) => {
  const text = useText()
  return hostBadges(host).map((key) => {
    const { Icon = ExclamationTriangleIcon, tone = 'plain' } = badges[key] ?? {}
    const words = badgeWord(text, host, key)
    return (
      <span key={key} className={`host-badge host-badge--${tone}`} title={words}>
        <span aria-hidden><Icon /></span>
        <span className="pf-v6-u-screen-reader">{words}</span>
      </span>
    )
  })
}
