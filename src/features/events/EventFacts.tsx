import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EventText } from '../../blocks/events/EventText.tsx'
import { SeverityIcon } from '../../blocks/events/SeverityIcon.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { tracePath } from '../../blocks/toasts/ToastHost.tsx'
import { eventSubjects } from '../../domain/event.ts'
import type { Event } from '../../domain/event.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { CopyText } from '../../ui/CopyText.tsx'

/** Every attribute of one event, the engine's own words among them. */
export const EventFacts = ({ row: event }: { readonly row: Event }) => {
  const { t } = useText()
  const { dateTime } = useFormat()
  const facts: readonly { readonly term: string; readonly value: ReactNode }[] = [
    { term: t('event.column.message'), value: <EventText event={event} /> },
    { term: t('event.original'), value: <bdi data-original lang="en">{event.description}</bdi> },
    { term: t('event.column.severity'), value: <SeverityIcon severity={event.severity} /> },
    { term: t('event.column.time'), value: dateTime(event.time) },
    { term: t('event.column.code'), value: event.code },
    ...eventSubjects.flatMap((subject) => {
      const ref = event.refs[subject]
      if (!ref) return []
      const href = objectPath(subject, ref.id)
      const name = <bdi>{ref.name ?? ref.id}</bdi>
      return [{ term: t(`entity.${subject}`), value: href === undefined ? name : <Link to={href}>{name}</Link> }]
    }),
    ...(event.correlationId === undefined ? [] : [{
      term: t('field.correlationId'),
      value: <><CopyText value={event.correlationId} label={t('field.correlationId')} /> <Link to={tracePath(event.correlationId)}>{t('event.action.trace')}</Link></>,
    }]),
    ...(event.origin === undefined ? [] : [{ term: t('event.column.origin'), value: <bdi data-original>{event.origin}</bdi> }]),
    ...(event.customId === undefined ? [] : [{ term: t('event.column.custom'), value: event.customId }]),
  ]
  return (
    <DescriptionList isCompact isHorizontal>
      {facts.map(({ term, value }) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  )
}
