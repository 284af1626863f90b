import { Button } from '@patternfly/react-core'
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/check-icon'
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'

interface CopyTextProps {
  readonly value: string
  /** what is copied: "Correlation ID" */
  readonly label: string
  /** shown in place of the whole value, such as the first part of an id */
  readonly shown?: string
}

/** A value in monospace with a button that copies it. The button is left out where the browser gives no clipboard (plain http). */
export const CopyText = ({ value, label, shown = value }: CopyTextProps) => {
  const { t } = useText()
  const [isCopied, setCopied] = useState(false)
  const clipboard: Clipboard | undefined = navigator.clipboard
  return (
    <span>
      <code title={value}><bdi>{shown}</bdi></code>
      {clipboard && (
        <Button
          variant="plain" size="sm" icon={isCopied ? <CheckIcon /> : <CopyIcon />}
          aria-label={isCopied ? t('state.copied') : `${t('button.copy')}: ${label}`}
          onClick={() => void clipboard.writeText(value).then(() => setCopied(true))}
          onBlur={() => setCopied(false)}
        />
      )}
    </span>
  )
}
