import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { Network } from '../../domain/network.ts'
import { dataCenterNetworks, networks } from '../../engine/resources/networks.ts'
import { useText } from '../../i18n/text.ts'

const YesNo = ({ is }: { readonly is: boolean }) => useText().t(is ? 'answer.yes' : 'answer.no')

/** 0 stands for the usual size. */
const Mtu = ({ mtu }: { readonly mtu: number }) => {
  const { t } = useText()
  return mtu === 0 ? t('answer.default') : mtu
}

const columns: readonly Column<Network>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 220 },
  { id: 'dc.network.vlan', value: ({ vlanId }) => vlanId, align: 'end', sortLoaded: true, widthPx: 100 },
  { id: 'dc.network.mtu', value: ({ mtu }) => mtu, cell: ({ mtu }) => <Mtu mtu={mtu} />, align: 'end', sortLoaded: true, widthPx: 110 },
  { id: 'dc.network.vm', value: ({ usages }) => usages.includes('vm'), cell: ({ usages }) => <YesNo is={usages.includes('vm')} />, sortLoaded: true, widthPx: 130 },
  { id: 'dc.network.external', value: ({ externalProvider }) => externalProvider !== undefined, cell: ({ externalProvider }) => <YesNo is={externalProvider !== undefined} />, sortLoaded: true, widthPx: 160 },
  { id: 'field.description', value: ({ description }) => description, widthPx: 360 },
]

/** Logical networks of a data center. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="dc.tab.networks" title="entities.network" placed={networks} columns={columns} result={useQuery(dataCenterNetworks(parentId))} />
