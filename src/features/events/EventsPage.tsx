import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { useSearchParams } from 'react-router'
import { ListPage } from '../../blocks/list/ListPage.tsx'
import { condition } from '../../domain/search/write.ts'
import { events } from '../../engine/resources/events.ts'
import { useText } from '../../i18n/text.ts'
import { eventActions } from './actions.ts'
import { advancedColumns, basicColumns } from './columns.tsx'
import { EventFacts } from './EventFacts.tsx'
import './events.css'

const quickFilters = (['alert', 'error', 'warning'] as const).map((severity) => ({
  id: severity,
  label: `severity.${severity}` as const,
  search: condition('event', 'severity', '=', severity),
}))

/** The log of the whole installation. The view is in the URL, so that a link shows the same columns. */
export const EventsPage = () => {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const isAdvanced = params.get('view') === 'advanced'
  const onView = (advanced: boolean): void => setParams((now) => {
    const next = new URLSearchParams(now)
    if (advanced) next.set('view', 'advanced')
    else next.delete('view')
    return next
  }, { replace: true })
  return (
    <div className="events-page">
      <title>{t('event.list.main')}</title>
      <div className="events-view">
        <ToggleGroup isCompact aria-label={t('event.list.main.view')}>
          <ToggleGroupItem buttonId="events-basic" text={t('event.list.main.basic')} isSelected={!isAdvanced} onChange={() => onView(false)} />
          <ToggleGroupItem buttonId="events-advanced" text={t('event.list.main.advanced')} isSelected={isAdvanced} onChange={() => onView(true)} />
        </ToggleGroup>
      </div>
      <ListPage id="event.list.main" title="event.list.main" source={events} search="event" columns={isAdvanced ? advancedColumns : basicColumns}
        actions={eventActions} quickFilters={quickFilters} Summary={EventFacts} href={({ id }) => `/events/${id}`} />
    </div>
  )
}
