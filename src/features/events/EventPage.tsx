import { Spinner, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { events } from '../../engine/resources/events.ts'
import { useText } from '../../i18n/text.ts'
import { EventFacts } from './EventFacts.tsx'

/** One entry of the log with all of its attributes. */
export const EventPage = () => {
  const { t } = useText()
  const { id = '' } = useParams()
  const { data, error } = useQuery(events.detail(id))
  return (
    <div data-feature="event.action.details">
      <title>{t('event.details.title', { id })}</title>
      <Title headingLevel="h1">{t('event.details.title', { id })}</Title>
      {data ? <EventFacts row={data} /> : error ? <FaultMessage fault={error} /> : <Spinner aria-label={t('state.loading')} />}
    </div>
  )
}
