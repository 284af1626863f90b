import { Alert, ExpandableSection } from '@patternfly/react-core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { faultWords } from './faultWords.ts'
import './faults.css'

interface FaultMessageProps {
  readonly fault: unknown
  /** what the user was doing, as the title: "Start of web01 failed"; else the kind of fault is the title */
  readonly title?: string
  /** buttons: retry, details */
  readonly actions?: ReactNode
}

/** What happened, why (the engine's own sentences), what to do; correlation id to copy; the original one click away. */
export const FaultMessage = ({ fault, title, actions }: FaultMessageProps) => {
  const text = useText()
  const { t } = text
  const [isOpen, setOpen] = useState(false)
  const { what, why, advice, correlationId, original } = faultWords(text, fault)
  return (
    <Alert variant="danger" isInline title={title ?? what} actionLinks={actions} className="fault-message">
      {title !== undefined && why.length === 0 && <p>{what}</p>}
      {why.map((sentence) => <p key={sentence}><bdi>{sentence}</bdi></p>)}
      <p>{advice}</p>
      {correlationId !== undefined && <p>{t('field.correlationId')}{t('punctuation.colon')}<CopyText value={correlationId} label={t('field.correlationId')} /></p>}
      {original !== '' && (
        <ExpandableSection toggleText={t('fault.original')} isExpanded={isOpen} onToggle={(_, next) => setOpen(next)}>
          <code className="fault-message__original"><bdi>{original}</bdi></code>
        </ExpandableSection>
      )}
    </Alert>
  )
}
