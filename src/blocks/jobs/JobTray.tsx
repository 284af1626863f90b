import { Button, EmptyState, Progress } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import type { Step } from '../../domain/job.ts'
import { jobQuery } from '../../engine/jobs.ts'
import { dismissOperations, operations } from '../../engine/operations.ts'
import type { Operation } from '../../engine/operations.ts'
import { useText } from '../../i18n/text.ts'
import { DateCell } from '../cells/cells.tsx'
import { tracePath } from '../toasts/ToastHost.tsx'
import './jobs.css'

/** Operations begun in this browser with their steps and progress; they go on when the tray or its dialog is closed. */
export const JobTray = () => {
  const { t } = useText()
  const begun = useSyncExternalStore(operations.subscribe, operations.getSnapshot)
  if (begun.length === 0) return <EmptyState titleText={t('jobs.none')} headingLevel="h3" variant="xs" />
  return (
    <div data-feature="shell.tab.tasks-panel" className="job-tray">
      <ul aria-label={t('jobs.label')} className="job-tray__list">
        {begun.map((operation) => <JobEntry key={operation.jobId} operation={operation} />)}
      </ul>
      {begun.some(({ state }) => state !== 'running') && <Button variant="link" onClick={() => dismissOperations()}>{t('jobs.dismissEnded')}</Button>}
    </div>
  )
}

const variants = { failed: 'danger', finished: 'success', gone: 'success', running: undefined } as const

const JobEntry = ({ operation }: { readonly operation: Operation }) => {
  const { t, textOr } = useText()
  const [isOpen, setOpen] = useState(false)
  const { data: job } = useQuery(jobQuery(operation.jobId))
  const { title, subject, state, beganAt, correlationId } = operation
  const steps = job?.steps ?? []
  const done = progressOf(steps)
  const action = title === undefined ? (job?.description ?? t('state.working')) : textOr(title, title)
  const variant = variants[state]
  return (
    <li className="job-tray__entry">
      <Progress
        size="sm"
        title={<><bdi>{action}</bdi>{subject !== undefined && <bdi className="job-tray__subject">{subject}</bdi>}</>}
        aria-label={action}
        value={state === 'running' ? done : 100}
        measureLocation={state === 'running' && steps.length > 0 ? 'outside' : 'none'}
        {...(variant && { variant })}
      />
      <p className="job-tray__facts">
        <span>{t(`jobs.state.${state}`)}</span>
        <DateCell at={beganAt} />
        <Link to={tracePath(correlationId)}>{t('toasts.trace')}</Link>
        {steps.length > 0 && (
          <Button variant="link" isInline aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('jobs.steps', { count: steps.length })}</Button>
        )}
      </p>
      {isOpen && (
        <ol className="job-tray__steps">
          {steps.map((step) => <li key={step.id}><span>{textOr(`job.status.${step.status}`, step.status)}</span> <bdi data-original>{step.description}</bdi></li>)}
        </ol>
      )}
    </li>
  )
}

/** Share of the steps that ended, in percent; the engine's own figure counts for the one that runs. */
export const progressOf = (steps: readonly Step[]): number => {
  if (steps.length === 0) return 0
  const done = steps.reduce((sum, { status, progressPercent }) => sum + (status === 'started' ? (progressPercent ?? 0) : 100), 0)
  return Math.round(done / steps.length)
}
