import { Label } from '@patternfly/react-core'
import { useText } from '../../i18n/text.ts'

const looks: Readonly<Record<string, 'success' | 'danger' | 'warning' | 'info'>> = {
  started: 'info',
  finished: 'success',
  failed: 'danger',
  aborted: 'warning',
}

/** Status of a job or a step as shape, colour and word. */
export const JobStatus = ({ status }: { readonly status: string }) => {
  const { textOr } = useText()
  const look = looks[status]
  return <Label isCompact variant="outline" {...(look ? { status: look } : {})}>{textOr(`job.status.${status}`, status)}</Label>
}
