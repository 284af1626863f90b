import { condition, searchFor } from '../../domain/search/write.ts'
import { listKey } from '../../engine/keys.ts'
import type { EntityType } from '../../domain/entity.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { events } from '../../engine/resources/events.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** The engine tells no totals, so problems are counted up to this many. */
export const mostCounted = 100

interface Countable {
  readonly type: EntityType
  readonly readList: (query: Readonly<Record<string, string | number>>, signal?: AbortSignal) => Promise<readonly unknown[]>
}

/** Something that may need attention: its count up to `mostCounted`, and the search that the count leads to. */
export interface Problem {
  readonly label: MessageKey
  readonly status: 'danger' | 'warning' | 'info'
  readonly href: string
  readonly query: { readonly queryKey: readonly unknown[]; readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<number> }
}

const toProblem = (label: MessageKey, status: Problem['status'], list: string, { type, readList }: Countable, search: string): Problem => ({
  label,
  status,
  href: `${list}?search=${encodeURIComponent(search)}`,
  query: {
    queryKey: [...listKey(type), { search, sort: '' }, 'count'],
    queryFn: async ({ signal }) => (await readList({ search, max: mostCounted }, signal)).length,
  },
})

/** Worst first. Words of `status` are those of the search language, not of the API (VdsConditionFieldAutoCompleter, VmConditionFieldAutoCompleter). */
export const problems: readonly Problem[] = [
  toProblem('dashboard.problem.dataCenters', 'danger', '/datacenters', dataCenters, searchFor('datacenter', { status: ['notoperational', 'nonresponsive', 'contend'] })),
  toProblem('dashboard.problem.hostsSilent', 'danger', '/hosts', hosts, searchFor('host', { status: ['nonresponsive', 'connecting', 'down'] })),
  toProblem('dashboard.problem.hostsBroken', 'danger', '/hosts', hosts, searchFor('host', { status: ['nonoperational', 'error', 'installfailed'] })),
  toProblem('dashboard.problem.vmsUnknown', 'danger', '/vms', vms, searchFor('vm', { status: 'unknown' })),
  toProblem('dashboard.problem.vmsSilent', 'warning', '/vms', vms, searchFor('vm', { status: 'notresponding' })),
  toProblem('dashboard.problem.vmsPaused', 'warning', '/vms', vms, searchFor('vm', { status: 'paused' })),
  toProblem('dashboard.problem.errors', 'warning', '/events', events, `${condition('event', 'severity', '=', 'error')} and time>today`),
  toProblem('dashboard.problem.hostsPending', 'info', '/hosts', hosts, searchFor('host', { status: 'pendingapproval' })),
  toProblem('dashboard.problem.hostsMaintenance', 'info', '/hosts', hosts, searchFor('host', { status: ['maintenance', 'preparingformaintenance'] })),
]
