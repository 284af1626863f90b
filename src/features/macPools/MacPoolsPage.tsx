import NetworkIcon from '@patternfly/react-icons/dist/esm/icons/network-icon'
import { useParams } from 'react-router'
import type { Action, ActionDialogProps } from '../../blocks/action.ts'
import { CodeCell, LinkCell } from '../../blocks/cells/cells.tsx'
import { ValueCell } from '../../blocks/cells/ValueCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { DetailPage } from '../../blocks/detail/DetailPage.tsx'
import { FactCards, FactList } from '../../blocks/detail/FactCards.tsx'
import type { Fact } from '../../blocks/detail/FactCards.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { defineForm } from '../../blocks/form/form.ts'
import { FormDialog } from '../../blocks/form/FormDialog.tsx'
import { toBody } from '../../blocks/form/formValues.ts'
import { ListPage } from '../../blocks/list/ListPage.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { useTabs } from '../../blocks/tabs.ts'
import { countAddresses, judgeMacAddress, judgeRanges, judgeRemoveMacPool } from '../../domain/macPool.ts'
import type { MacPool } from '../../domain/macPool.ts'
import { no, yes } from '../../domain/verdict.ts'
import { macPools } from '../../engine/resources/macPools.ts'
import { useText } from '../../i18n/text.ts'

/** What the engine is sent. */
type Body = Parameters<typeof macPools.create>[0]
/** What the form holds; a range is a row of two texts. */
interface Values { readonly name: string; readonly description: string; readonly duplicates: boolean; readonly ranges: readonly Readonly<Record<'from' | 'to', string>>[] }

/** Words by which the engine's refusals speak of a field, in the languages the portal asks for. */
const spokenOf = [['name', /\bname\b|名称/i], ['ranges', /range|address|范围|地址/i]] as const

const form = defineForm<MacPool, Values, Body>({
  id: 'macpool.dialog.edit',
  sections: [{
    fields: [
      { name: 'name', id: 'macpool.field.edit.name', kind: 'text', initial: '', required: true, read: ({ name }) => name, write: (name) => ({ name }) },
      {
        name: 'description', id: 'macpool.field.edit.description', kind: 'text', initial: '', read: ({ description }) => description, write: (description) => ({ description }),
        check: (description) => (/^[\x20-\x7e]*$/.test(description) ? yes : no('macpool.field.edit.description.refused')),
      },
      { name: 'duplicates', id: 'macpool.field.edit.duplicates', kind: 'check', initial: false, read: ({ allowDuplicates }) => allowDuplicates, write: (allow) => ({ allow_duplicates: allow }) },
      {
        name: 'ranges', id: 'macpool.field.edit.ranges', kind: 'list', initial: [{ from: '', to: '' }], required: true, check: judgeRanges,
        columns: [{ id: 'plus.macpool.field.from', name: 'from', check: judgeMacAddress }, { id: 'plus.macpool.field.to', name: 'to', check: judgeMacAddress }],
        tell: (ranges) => ({ key: 'macpool.field.edit.ranges.count', count: countAddresses(ranges) }),
        read: ({ ranges }) => ranges.map(({ from, to }) => ({ from, to })), write: (range) => ({ ranges: { range } }),
      },
    ],
  }],
  faultField: ({ detail }) => spokenOf.find(([, words]) => words.test(detail))?.[0],
})

/** New and edited pools; an edit sends what was changed. */
const MacPoolDialog = ({ rows, onClose }: ActionDialogProps<MacPool>) => {
  const [pool] = rows
  return (
    <FormDialog
      form={form} entity={pool} submitLabel={pool ? 'button.save' : 'button.create'} onClose={onClose}
      onSubmit={({ values, changed }) => (pool ? macPools.update(pool, toBody(form, values, changed)) : macPools.create(toBody(form, values)))}
    />
  )
}
const dialog = () => Promise.resolve({ Dialog: MacPoolDialog })

/** Permits: AddMacPoolCommand, UpdateMacPoolCommand, RemoveMacPoolCommand. */
const actions: readonly Action<MacPool>[] = [
  { id: 'macpool.action.add', group: 'create', takes: 'none', permit: 'create_mac_pool', dialog },
  { id: 'macpool.action.edit', group: 'edit', takes: 'one', permit: 'edit_mac_pool', dialog },
  { id: 'macpool.action.remove', group: 'destroy', takes: 'many', permit: 'delete_mac_pool', check: judgeRemoveMacPool, confirm: {}, run: (pool) => macPools.remove(pool) },
]

/** What is done with a pool that is there. */
const ownActions = actions.filter(({ takes }) => takes !== 'none')

const hrefOf = (id: string, tab?: string): string => objectPath('mac_pool', id, tab) ?? ''

const columns: readonly Column<MacPool>[] = [
  { id: 'plus.macpool.column.name', also: ['macpool.list.main'], value: ({ name }) => name, cell: ({ id, name }) => <LinkCell to={hrefOf(id)}>{name}</LinkCell>, pinned: true, sortLoaded: true, widthPx: 220 },
  { id: 'plus.macpool.column.default', value: ({ defaultPool }) => defaultPool, cell: ({ defaultPool }) => <ValueCell value={defaultPool || undefined} />, widthPx: 110 },
  { id: 'plus.macpool.column.description', value: ({ description }) => description, sortLoaded: true, widthPx: 280 },
  { id: 'plus.macpool.column.addresses', value: ({ ranges }) => countAddresses(ranges), sortLoaded: true, align: 'end', widthPx: 130 },
]

const facts: readonly Fact<MacPool>[] = [
  { id: 'plus.macpool.column.description', value: ({ description }) => description },
  { id: 'plus.macpool.column.default', value: ({ defaultPool }) => <ValueCell value={defaultPool} /> },
  { id: 'plus.macpool.column.duplicates', value: ({ allowDuplicates }) => <ValueCell value={allowDuplicates} /> },
  { id: 'plus.macpool.column.addresses', value: ({ ranges }) => <ValueCell value={countAddresses(ranges)} /> },
  { id: 'plus.macpool.column.ranges', value: ({ ranges }) => <Ranges ranges={ranges} /> },
]

const Ranges = ({ ranges }: Pick<MacPool, 'ranges'>) => {
  const { t } = useText()
  return <ul>{ranges.map(({ from, to }) => <li key={from}><CodeCell>{t('macpool.range', { from, to })}</CodeCell></li>)}</ul>
}

const Summary = ({ row }: { readonly row: MacPool }) => <FactList facts={facts} row={row} />

/** All MAC address pools. */
export const MacPoolsPage = () => {
  const { t } = useText()
  return (
    <>
      <title>{t('macpool.list.main')}</title>
      <ListPage id="macpool.list.main" title="macpool.list.main" source={macPools} columns={columns} actions={actions} Summary={Summary} href={({ id }) => hrefOf(id)} />
    </>
  )
}

/** One pool with its tabs. */
export const MacPoolPage = () => {
  const { t } = useText()
  const { id = '', tab } = useParams()
  const { row } = useDetail(macPools, id)
  return (
    <>
      <title>{row?.name ?? t('entity.mac_pool')}</title>
      <DetailPage key={id} id={id} source={macPools} icon={NetworkIcon} actions={ownActions} tabs={useTabs('mac_pool')} tab={tab} hrefOf={(segment) => hrefOf(id, segment)} />
    </>
  )
}

/** What a pool is. */
export const GeneralTab = ({ parentId }: { readonly parentId: string }) => {
  const { row } = useDetail(macPools, parentId)
  return row && <FactCards cards={[{ id: 'plus.macpool.tab.general', facts }]} row={row} />
}
