import { lazy } from 'react'
import { ListPage } from '../../blocks/list/ListPage.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { searchFor } from '../../domain/search/write.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { vmActions } from './actions.ts'
import { vmColumns } from './columns.tsx'

const VmSummary = lazy(async () => ({ default: (await import('./VmSummary.tsx')).VmSummary }))

/** One of them at a time. The search language spells statuses without underscores. */
const quickFilters = [
  { id: 'running', group: 'status', label: 'vms.filter.running', search: searchFor('vm', { status: ['up', 'poweringup', 'migratingfrom', 'migratingto', 'rebootinprogress', 'poweringdown', 'waitforlaunch'] }) },
  { id: 'stopped', group: 'status', label: 'vms.filter.stopped', search: searchFor('vm', { status: ['down', 'suspended'] }) },
  { id: 'problems', group: 'status', label: 'vms.filter.problems', search: [searchFor('vm', { status: ['paused', 'unknown', 'notresponding', 'imageillegal'] }), searchFor('vm', { has_illegal_images: true })].join(' or ') },
  { id: 'pending', label: 'vms.filter.pending', search: searchFor('vm', { next_run_config_exists: true }) },
] as const

/** What the search bar and the selection of this list answer, by kinds of fields. */
const listIds = [
  'vm.list.search.text', 'vm.list.search.enum', 'vm.list.search.num', 'vm.list.search.time', 'vm.list.search.id', 'vm.list.search.flag', 'vm.list.search.compat',
  'vm.list.selection',
]

/** Every virtual machine the user may see. */
export const VmsPage = () => {
  const { t } = useText()
  return (
    <>
      <title>{t('vms.title')}</title>
      <ListPage
        id="vm.list.main" also={listIds} title="vms.title" source={vms} search="vm" columns={vmColumns} actions={vmActions} quickFilters={quickFilters}
        hasTags Summary={VmSummary} href={({ id }) => objectPath('vm', id) ?? ''}
      />
    </>
  )
}
