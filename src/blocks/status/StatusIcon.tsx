import '@patternfly/react-styles/css/utilities/Accessibility/accessibility.css'
import ExclamationIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-icon'
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon'
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon'
import { useText } from '../../i18n/text.ts'
import { pictures } from './pictures.ts'
import type { Status } from './status.ts'
import './status.css'

const marks = { alert: ExclamationIcon, lock: LockIcon, pending: HistoryIcon } as const

/** The word of a status in the user's language; a word of a newer engine as it came. */
export const useStatusWord = (): ((status: Pick<Status, 'type' | 'word'>) => string) => {
  const { textOr } = useText()
  return ({ type, word }) => textOr(`${type}.status.${word}`, word)
}

/** Shape and colour of a status, with the marks over it; word and reasons are read out and shown on hover. */
export const StatusIcon = ({ status, isDecorative = false }: { readonly status: Status; readonly isDecorative?: boolean }) => {
  const { textOr } = useText()
  const word = useStatusWord()(status)
  const { Icon, tone, isTurning } = pictures[status.kind]
  const lines = (status.marks ?? []).flatMap((mark) => mark.lines.map((line) => textOr(line, line)))
  return (
    <span className={`status-icon status-icon--${tone}${isTurning ? ' status-icon--turning' : ''}`} title={[word, ...lines].join('\n')}>
      <span aria-hidden className="status-icon__shape"><Icon /></span>
      {status.marks?.map(({ mark }) => {
        const Mark = marks[mark]
        return <span key={mark} aria-hidden className={`status-icon__mark status-icon__mark--${mark}`}><Mark /></span>
      })}
      {/* Beside the written word only the reasons are news. */}
      <span className="pf-v6-u-screen-reader">{(isDecorative ? lines : [word, ...lines]).join('. ')}</span>
    </span>
  )
}

/** Icon and word. */
export const StatusLabel = ({ status }: { readonly status: Status }) => {
  const word = useStatusWord()(status)
  return <span className="status-label"><StatusIcon status={status} isDecorative /> <span>{word}</span></span>
}
