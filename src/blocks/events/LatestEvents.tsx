import { Skeleton, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { EntityType } from '../../domain/entity.ts'
import { eventSearchOf, events } from '../../engine/resources/events.ts'
import { useText } from '../../i18n/text.ts'
import { DateCell } from '../cells/cells.tsx'
import { FaultLine } from '../faults/FaultLine.tsx'
import { objectPath } from '../objectPath.ts'
import { EventText } from './EventText.tsx'
import { SeverityIcon } from './SeverityIcon.tsx'
import './events.css'

interface LatestEventsProps { readonly type: EntityType; readonly id: string; readonly name: string }

const shown = 5

/** The newest entries of the log about one object, as its summary shows them; the heading leads to all of them. */
export const LatestEvents = ({ type, id, name }: LatestEventsProps) => {
  const { t } = useText()
  const search = eventSearchOf(type, name)
  const { data, error, refetch } = useQuery({ ...events.some({ search: search ?? '' }, shown), enabled: search !== undefined })
  const all = objectPath(type, id, 'events')
  const title = t('detail.latestEvents')
  return (
    <section>
      <Title headingLevel="h3">{all === undefined ? title : <Link to={all}>{title}</Link>}</Title>
      {error && <FaultLine fault={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton screenreaderText={t('state.loading')} />}
      {data?.rows.length === 0 && <p>{t('detail.noEvents')}</p>}
      <ul className="latest-events">
        {data?.rows.map((event) => (
          <li key={event.id}>
            <SeverityIcon severity={event.severity} isWordHidden /> <EventText event={event} /> <small><DateCell at={event.time} /></small>
          </li>
        ))}
      </ul>
    </section>
  )
}
