import { condition } from '../../domain/search/write.ts'
import { events } from '../../engine/resources/events.ts'

/** As many of either kind as today's drawer shows. */
export const mostNotifications = 100

/** Open alerts, newest first; the bell counts them, the drawer shows them. */
export const openAlerts = events.some({ search: condition('event', 'severity', '=', 'alert') }, mostNotifications)
