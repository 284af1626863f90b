import { Alert, Spinner } from '@patternfly/react-core'
import { useQueries } from '@tanstack/react-query'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { maintenanceWarnings } from '../../domain/hostActions.ts'
import type { Host } from '../../domain/host.ts'
import { anyOf } from '../../domain/search/write.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { NameList } from '../../ui/NameList.tsx'

/** More VMs than this on one host are not looked through. */
const mostGuests = 1000

/** What stands in the way of emptying the hosts: virtual machines that cannot move, may not find a place, or run the engine itself. */
export const MaintenanceGuests = ({ rows }: { readonly rows: readonly Host[] }) => {
  const { t, textOr } = useText()
  const occupied = rows.filter(({ totalVms }) => totalVms > 0)
  const results = useQueries({ queries: occupied.map(({ name }) => vms.some({ search: anyOf('vm', 'on_host', [name]) }, mostGuests)) })
  if (results.some(({ isPending }) => isPending)) return <p role="status"><Spinner size="md" aria-hidden /> {t('host.maintenance.reading')}</p>
  const failed = results.find(({ error }) => error)
  if (failed) return <FaultMessage fault={failed.error} />
  // A name with characters that the language cannot say may find guests of others.
  const ids = new Set(occupied.map(({ id }) => id))
  const guests = results.flatMap(({ data }) => data?.rows ?? []).filter(({ host }) => host !== undefined && ids.has(host.id))
  const warnings = maintenanceWarnings(guests.map(({ name, migrationMode, type, origin }) => ({ name, affinity: migrationMode, type, origin })))
  return warnings.map(({ key, names }) => (
    <Alert key={key} isInline variant="warning" component="p" title={textOr(key, key, { count: names.length })}>
      <NameList names={names} />
    </Alert>
  ))
}
