import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { Profile } from '../../domain/profile.ts'
import { clusterCpuProfiles, cpuProfiles } from '../../engine/resources/profiles.ts'
import { YesNo } from './FactValues.tsx'

const columns: readonly Column<Profile>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 220 },
  { id: 'field.description', value: ({ description }) => description, widthPx: 320 },
  { id: 'cluster.profile.qos', value: ({ qos }) => qos !== undefined, cell: ({ qos }) => <YesNo is={qos !== undefined} />, widthPx: 160 },
]

/** CPU profiles of a cluster. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="cluster.tab.cpuprofiles" title="cluster.tab.cpuprofiles" placed={cpuProfiles} columns={columns} result={useQuery(clusterCpuProfiles(parentId))} />
