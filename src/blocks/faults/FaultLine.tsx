import { Button } from '@patternfly/react-core'
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import { useText } from '../../i18n/text.ts'
import { faultWords } from './faultWords.ts'
import './faults.css'

/** A fault in one line, for places that go on showing what they had. */
export const FaultLine = ({ fault, onRetry }: { readonly fault: unknown; readonly onRetry?: () => void }) => {
  const text = useText()
  const { what, why } = faultWords(text, fault)
  return (
    <span className="fault-line" role="alert">
      <ExclamationCircleIcon aria-hidden />
      <bdi>{why[0] ?? what}</bdi>
      {onRetry && <Button variant="link" isInline onClick={onRetry}>{text.t('button.retry')}</Button>}
    </span>
  )
}
