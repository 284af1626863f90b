import { DataList, DataListCell, DataListContent, DataListItem, DataListItemCells, DataListItemRow, DataListToggle, EmptyState, EmptyStateBody, Progress, Spinner, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { JobStatus } from '../../blocks/jobs/JobStatus.tsx'
import { JobSteps } from '../../blocks/jobs/JobSteps.tsx'
import { isRunningJob } from '../../domain/job.ts'
import type { Job } from '../../domain/job.ts'
import { jobs } from '../../engine/resources/jobs.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

const mostShown = 100
/** The list of the page and of its loader. */
export const tasksQuery = jobs.some({}, mostShown)

/** Every task the engine still remembers, of all users, with its steps. */
export const TasksPage = () => {
  const { t } = useText()
  const { count } = useFormat()
  const { data, error, isPending } = useQuery(tasksQuery)
  return (
    <div data-feature="job.list.main">
      <title>{t('job.list.main')}</title>
      <Title headingLevel="h1">{t('job.list.main')}{data && ` (${count(data.rows.length, data.more)})`}</Title>
      {error && <FaultMessage fault={error} />}
      {isPending && <Spinner aria-label={t('state.loading')} />}
      {data?.rows.length === 0 && (
        <EmptyState titleText={t('tasks.none')} headingLevel="h2"><EmptyStateBody>{t('tasks.none.help')}</EmptyStateBody></EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <DataList isCompact aria-label={t('job.list.main')}>
          {data.rows.map((job) => <Task key={job.id} job={job} />)}
        </DataList>
      )}
    </div>
  )
}

const Task = ({ job }: { readonly job: Job }) => {
  const { t } = useText()
  const { dateTime, duration } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { id, description, status, owner, startedAt, endedAt } = job
  const labelId = `task-${id}`
  return (
    <DataListItem isExpanded={isOpen} aria-labelledby={labelId}>
      <DataListItemRow>
        <DataListToggle id={`toggle-${id}`} aria-label={t('job.action.expand')} aria-controls={`steps-${id}`} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} data-feature="job.action.expand" />
        <DataListItemCells dataListCells={[
          <DataListCell key="status" isFilled={false} data-feature="job.column.status"><JobStatus status={status} /></DataListCell>,
          <DataListCell key="what" width={4} data-feature="job.column.description">
            <bdi id={labelId} data-original>{description}</bdi>
            {isRunningJob(job) && <RunningBar job={job} />}
          </DataListCell>,
          <DataListCell key="who" data-feature="plus.job.column.owner"><bdi>{owner?.name}</bdi></DataListCell>,
          <DataListCell key="when" width={3} data-feature="job.column.time">
            {startedAt !== undefined && (endedAt === undefined
              ? t('tasks.running', { from: dateTime(startedAt) })
              : `${t('tasks.span', { from: dateTime(startedAt), to: dateTime(endedAt) })} (${duration((endedAt - startedAt) / 1000)})`)}
          </DataListCell>,
        ]} />
      </DataListItemRow>
      <DataListContent id={`steps-${id}`} aria-label={t('job.column.steps')} isHidden={!isOpen} data-feature="job.column.steps">
        {isOpen && <JobSteps jobId={id} />}
      </DataListContent>
    </DataListItem>
  )
}

/** The list carries no steps, so a running task shows only that it runs; its steps tell how far it is. */
const RunningBar = ({ job }: { readonly job: Job }) => {
  const { t } = useText()
  const done = job.steps.filter(({ status }) => status !== 'started').length
  return job.steps.length === 0 ? null : <Progress aria-label={t('job.column.steps')} value={(100 * done) / job.steps.length} size="sm" measureLocation="none" />
}
