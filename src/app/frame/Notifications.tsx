import {
  Button, Dropdown, DropdownItem, DropdownList, EmptyState, MenuToggle, NotificationDrawer, NotificationDrawerBody, NotificationDrawerGroup, NotificationDrawerGroupList,
  NotificationDrawerHeader, NotificationDrawerList, NotificationDrawerListItem, NotificationDrawerListItemBody, NotificationDrawerListItemHeader,
} from '@patternfly/react-core'
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { runOnRows } from '../../blocks/actions/runOnRows.ts'
import { EventText } from '../../blocks/events/EventText.tsx'
import { showToast } from '../../blocks/toasts/toasts.ts'
import type { Event } from '../../domain/event.ts'
import { condition } from '../../domain/search/write.ts'
import type { Page } from '../../engine/resource.ts'
import { events, restoreEvents } from '../../engine/resources/events.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { mostNotifications, openAlerts } from './alerts.ts'
import { useNow } from './useNow.ts'

/** The newest of all others. */
const otherEvents = events.some({ search: condition('event', 'severity', '!=', 'alert') }, mostNotifications)

interface NotificationsProps { readonly onClose: () => void }

/** The drawer behind the bell: alerts open, events folded, as in today's portal. */
export const Notifications = ({ onClose }: NotificationsProps) => {
  const { t } = useText()
  const [open, setOpen] = useState<'alerts' | 'events' | undefined>('alerts')
  const alerts = useQuery(openAlerts)
  const others = useQuery(otherEvents)
  return (
    <NotificationDrawer data-feature="shell.tab.notification-drawer">
      <NotificationDrawerHeader title={t('notifications.title')} onClose={onClose} closeButtonAriaLabel={t('button.close')}
        customText={t('frame.alerts', { count: alerts.data?.rows.length ?? 0 })}>
        <Link to="/events" onClick={onClose}>{t('notifications.all')}</Link>
      </NotificationDrawerHeader>
      <NotificationDrawerBody>
        <NotificationDrawerGroupList>
          <Group title="notifications.alerts" none="notifications.noAlerts" page={alerts.data} isOpen={open === 'alerts'} onOpen={(wanted) => setOpen(wanted ? 'alerts' : undefined)}
            menu={<GroupMenu rows={alerts.data?.rows ?? []} clear="event.action.clear-alerts" restore="event.action.restore-alerts" />} />
          <Group title="notifications.events" none="notifications.noEvents" page={others.data} isOpen={open === 'events'} onOpen={(wanted) => setOpen(wanted ? 'events' : undefined)}
            menu={<GroupMenu rows={others.data?.rows ?? []} clear="event.action.clear-events" />} />
        </NotificationDrawerGroupList>
      </NotificationDrawerBody>
    </NotificationDrawer>
  )
}

interface GroupProps {
  readonly title: MessageKey
  readonly none: MessageKey
  readonly page: Page<Event> | undefined
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly menu: ReactNode
}

const Group = ({ title, none, page, isOpen, onOpen, menu }: GroupProps) => {
  const { t } = useText()
  const rows = page?.rows ?? []
  return (
    <NotificationDrawerGroup title={t(title)} count={rows.length} isRead isExpanded={isOpen} onExpand={(_event, wanted) => onOpen(wanted)} headingLevel="h2">
      {isOpen && <div className="portal-group-menu">{menu}</div>}
      <NotificationDrawerList isHidden={!isOpen} aria-label={t(title)}>
        {rows.map((event) => <Notification key={event.id} event={event} />)}
      </NotificationDrawerList>
      {isOpen && page && rows.length === 0 && <EmptyState variant="xs" titleText={t(none)} headingLevel="h3" />}
    </NotificationDrawerGroup>
  )
}

const variants: Readonly<Record<string, 'danger' | 'warning' | 'info'>> = { alert: 'danger', error: 'danger', warning: 'warning' }

const Notification = ({ event }: { readonly event: Event }) => {
  const { t, textOr } = useText()
  const { relative, dateTime } = useFormat()
  const now = useNow(60_000)
  const variant = variants[event.severity] ?? 'info'
  return (
    <NotificationDrawerListItem variant={variant} isRead tabIndex={-1} isHoverable={false}>
      <NotificationDrawerListItemHeader variant={variant} title={textOr(`severity.${event.severity}`, event.severity)} srTitle="" headingLevel="h3">
        <Button variant="plain" aria-label={t('button.dismiss')} icon={<TimesIcon />} onClick={() => void dismiss([event], t('notifications.failed'))} data-feature="event.action.dismiss" />
      </NotificationDrawerListItemHeader>
      <NotificationDrawerListItemBody timestamp={<time title={dateTime(event.time)}>{relative(event.time, now)}</time>}>
        <EventText event={event} />
      </NotificationDrawerListItemBody>
    </NotificationDrawerListItem>
  )
}

interface GroupMenuProps { readonly rows: readonly Event[]; readonly clear: MessageKey; readonly restore?: MessageKey }

const GroupMenu = ({ rows, clear, restore }: GroupMenuProps) => {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dropdown isOpen={isOpen} onOpenChange={setOpen} onSelect={() => setOpen(false)} popperProps={{ position: 'right' }}
      toggle={(ref) => <MenuToggle ref={ref} variant="plain" isExpanded={isOpen} aria-label={t('notifications.actions')} icon={<EllipsisVIcon />} onClick={() => setOpen(!isOpen)} />}>
      <DropdownList>
        <DropdownItem isAriaDisabled={rows.length === 0} {...(rows.length === 0 ? { tooltipProps: { content: t('notifications.nothingToClear') } } : {})}
          onClick={() => void dismiss(rows, t('notifications.failed'))} data-feature={clear}>{t(clear)}</DropdownItem>
        {restore && <DropdownItem onClick={() => void restoreAll(t('notifications.failed'))} data-feature={restore}>{t(restore)}</DropdownItem>}
      </DropdownList>
    </Dropdown>
  )
}

/** One request each: the API dismisses single events only. The first failure is told once, the rest was the same. */
const dismiss = async (rows: readonly Event[], title: string): Promise<void> => {
  const outcomes = await runOnRows(rows, (event) => events.remove(event))
  const failed = outcomes.find((outcome) => outcome.state === 'failed')
  if (failed?.state === 'failed') showToast({ variant: 'danger', title, fault: failed.fault })
}

const restoreAll = async (title: string): Promise<void> => {
  try {
    await restoreEvents()
  } catch (fault) {
    showToast({ variant: 'danger', title, fault })
  }
}
