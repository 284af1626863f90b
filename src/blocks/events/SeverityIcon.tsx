import { Icon } from '@patternfly/react-core'
import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon'
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import InfoCircleIcon from '@patternfly/react-icons/dist/esm/icons/info-circle-icon'
import type { ComponentType } from 'react'
import { useText } from '../../i18n/text.ts'

interface Look { readonly icon: ComponentType; readonly status: 'info' | 'warning' | 'danger' }
const looks: Readonly<Record<string, Look>> = {
  normal: { icon: InfoCircleIcon, status: 'info' },
  warning: { icon: ExclamationTriangleIcon, status: 'warning' },
  error: { icon: ExclamationCircleIcon, status: 'danger' },
  alert: { icon: BellIcon, status: 'danger' },
}

/** Severity of an event: shape, colour and word. A word we do not know is shown as it is. */
export const SeverityIcon = ({ severity, isWordHidden = false }: { readonly severity: string; readonly isWordHidden?: boolean }) => {
  const { textOr } = useText()
  const { icon: Shape, status } = looks[severity] ?? { icon: InfoCircleIcon, status: 'info' }
  const word = textOr(`severity.${severity}`, severity)
  return (
    <span className="portal-severity">
      <Icon status={status} isInline {...(isWordHidden ? { role: 'img', 'aria-label': word, title: word } : {})}><Shape /></Icon>
      {!isWordHidden && <> {word}</>}
    </span>
  )
}
