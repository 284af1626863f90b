import { Card, CardBody, CardTitle, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Spinner, Stack, StackItem, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { EventText } from '../../blocks/events/EventText.tsx'
import { SeverityIcon } from '../../blocks/events/SeverityIcon.tsx'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { JobStatus } from '../../blocks/jobs/JobStatus.tsx'
import { JobSteps } from '../../blocks/jobs/JobSteps.tsx'
import { toasts } from '../../blocks/toasts/toasts.ts'
import { operations } from '../../engine/operations.ts'
import { eventsOfCorrelation } from '../../engine/resources/events.ts'
import { jobsOfCorrelation } from '../../engine/resources/jobs.ts'
import { isEngineFault } from '../../engine/fault.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { CopyText } from '../../ui/CopyText.tsx'

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Everything that one correlation id left behind: the click, the engine's tasks and steps, the events, and a refusal. */
export const TracePage = () => {
  const { t } = useText()
  const { correlationId = '' } = useParams()
  return (
    <div data-feature="plus.event.trace">
      <title>{t('trace.title')}</title>
      <Stack hasGutter>
        <StackItem>
          <Title headingLevel="h1">{t('trace.title')}</Title>
          <p>{`${t('trace.intro')}${t('punctuation.colon')}`}<CopyText value={correlationId} label={t('field.correlationId')} /></p>
        </StackItem>
        <StackItem><Begun correlationId={correlationId} /></StackItem>
        <Refusal correlationId={correlationId} />
        <StackItem><Jobs correlationId={correlationId} /></StackItem>
        <StackItem><Log correlationId={correlationId} /></StackItem>
      </Stack>
    </div>
  )
}

interface PartProps { readonly correlationId: string }

const Part = ({ title, children }: { readonly title: MessageKey; readonly children: ReactNode }) => {
  const { t } = useText()
  return <Card><CardTitle component="h2">{t(title)}</CardTitle><CardBody>{children}</CardBody></Card>
}

/** The click, as far as this page still knows it: jobs and events carry no name of our action. */
const Begun = ({ correlationId }: PartProps) => {
  const { t, textOr } = useText()
  const { dateTime } = useFormat()
  const begun = useSyncExternalStore(operations.subscribe, operations.getSnapshot).filter((operation) => operation.correlationId === correlationId)
  if (begun.length === 0) return <Part title="trace.action"><p>{t('trace.action.other')}</p></Part>
  return (
    <Part title="trace.action">
      <ul>
        {begun.map(({ jobId, title, subject, beganAt }) => (
          <li key={jobId}>{title === undefined ? t('state.working') : textOr(title, title)} {subject !== undefined && <bdi>{subject}</bdi>} <time className="trace-time">{dateTime(beganAt)}</time></li>
        ))}
      </ul>
    </Part>
  )
}

/** A refused request leaves neither task nor event; its toast still holds the fault. */
const Refusal = ({ correlationId }: PartProps) => {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.getSnapshot).find(({ fault }) => isEngineFault(fault) && fault.correlationId === correlationId)
  if (!toast) return null
  return <StackItem><Part title="trace.fault"><FaultMessage fault={toast.fault} /></Part></StackItem>
}

const Jobs = ({ correlationId }: PartProps) => {
  const { t } = useText()
  const isSearchable = uuid.test(correlationId)
  const { data = [], isLoading, error } = useQuery({ ...jobsOfCorrelation(correlationId), enabled: isSearchable })
  if (!isSearchable) return <Part title="trace.jobs"><p>{t('trace.jobs.notUuid')}</p></Part>
  return (
    <Part title="trace.jobs">
      {error && <FaultMessage fault={error} />}
      {isLoading && <Spinner size="md" aria-label={t('state.loading')} />}
      {!isLoading && !error && data.length === 0 && <p>{t('trace.jobs.none')}</p>}
      {data.map((job) => (
        <section key={job.id} aria-label={job.description}>
          <p><JobStatus status={job.status} /> <bdi data-original>{job.description}</bdi></p>
          <JobSteps jobId={job.id} />
        </section>
      ))}
    </Part>
  )
}

const Log = ({ correlationId }: PartProps) => {
  const { t } = useText()
  const { dateTime } = useFormat()
  const { data = [], isPending, error } = useQuery(eventsOfCorrelation(correlationId))
  return (
    <Part title="trace.events">
      {error && <FaultMessage fault={error} />}
      {isPending && <Spinner size="md" aria-label={t('state.loading')} />}
      {!isPending && !error && data.length === 0 && <p>{t('trace.events.none')}</p>}
      <DescriptionList isHorizontal isCompact>
        {data.map((event) => (
          <DescriptionListGroup key={event.id}>
            <DescriptionListTerm>{dateTime(event.time)}</DescriptionListTerm>
            <DescriptionListDescription><SeverityIcon severity={event.severity} isWordHidden /> <EventText event={event} /></DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </Part>
  )
}
