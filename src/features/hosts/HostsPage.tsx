import { lazy } from 'react'
import { useQuery } from '@tanstack/react-query'
import { clustersQuery } from '../../blocks/cells/dataCenterOf.ts'
import { ListPage } from '../../blocks/list/ListPage.tsx'
import type { QuickFilter } from '../../blocks/list/ListPage.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { searchFor } from '../../domain/search/write.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { useText } from '../../i18n/text.ts'
import { hostActions } from './actions.ts'
import { hostColumns } from './columns.tsx'

const HostSummary = lazy(async () => ({ default: (await import('./HostSummary.tsx')).HostSummary }))

/** The search bar of this list completes its fields. */
const searchIds = ['host.list.search']

/** The filters asked for most; statuses in the words of the search language. */
const quickFilters: readonly QuickFilter[] = [
  { id: 'up', group: 'status', label: 'host.filter.up', search: searchFor('host', { status: 'up' }) },
  { id: 'maintenance', group: 'status', label: 'host.filter.maintenance', search: searchFor('host', { status: ['maintenance', 'preparingformaintenance'] }) },
  { id: 'problems', group: 'status', label: 'host.filter.problems', search: searchFor('host', { status: ['nonresponsive', 'nonoperational', 'error', 'down', 'installfailed', 'connecting'] }) },
  { id: 'updates', label: 'host.filter.updates', search: searchFor('host', { update_available: true }) },
]

/** All hosts. */
export const HostsPage = () => {
  const { t } = useText()
  const { data: clusters } = useQuery(clustersQuery)
  const facts = { valuesOf: (_object: string, field: string) => (field === 'cluster' ? clusters?.map(({ name }) => name) : undefined) }
  return (
    <>
      <title>{t('host.list.main')}</title>
      <ListPage
        id="host.list.main" also={searchIds} title="host.list.main" source={hosts} columns={hostColumns} actions={hostActions} search="host" searchFacts={facts}
        quickFilters={quickFilters} hasTags Summary={HostSummary} href={({ id }) => objectPath('host', id) ?? ''}
      />
    </>
  )
}
