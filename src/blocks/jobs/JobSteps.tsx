import { Spinner } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { Step } from '../../domain/job.ts'
import { jobQuery } from '../../engine/jobs.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'
import { JobStatus } from './JobStatus.tsx'
import './jobSteps.css'

/** Steps of one job, nested as the engine nests them; read when drawn. */
export const JobSteps = ({ jobId }: { readonly jobId: string }) => {
  const { t } = useText()
  const { data, isPending, error } = useQuery(jobQuery(jobId))
  if (isPending) return <Spinner size="md" aria-label={t('state.loading')} />
  if (error) return <FaultMessage fault={error} />
  return data.steps.length === 0 ? <p>{t('state.nothingFound')}</p> : <Level steps={data.steps} parentId={undefined} />
}

const Level = ({ steps, parentId }: { readonly steps: readonly Step[]; readonly parentId: string | undefined }) => {
  const { textOr } = useText()
  const { time, percent } = useFormat()
  const own = steps.filter((step) => step.parentId === parentId)
  if (own.length === 0) return null
  return (
    <ol className="job-steps">
      {own.map((step) => (
        <li key={step.id}>
          <JobStatus status={step.status} /> <span>{textOr(`step.type.${step.type}`, step.type)}</span> {step.description.toLowerCase() !== step.type && <bdi data-original>{step.description}</bdi>}
          {step.progressPercent !== undefined && step.status === 'started' && <span> {percent(step.progressPercent)}</span>}
          {step.startedAt !== undefined && <span className="job-steps__time"> {time(step.startedAt)}{step.endedAt === undefined ? '' : ` – ${time(step.endedAt)}`}</span>}
          <Level steps={steps} parentId={step.id} />
        </li>
      ))}
    </ol>
  )
}
