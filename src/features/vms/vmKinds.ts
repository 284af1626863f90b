import CubeIcon from '@patternfly/react-icons/dist/esm/icons/cube-icon'
import DesktopIcon from '@patternfly/react-icons/dist/esm/icons/desktop-icon'
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon'
import LayerGroupIcon from '@patternfly/react-icons/dist/esm/icons/layer-group-icon'
import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon'
import TachometerAltIcon from '@patternfly/react-icons/dist/esm/icons/tachometer-alt-icon'
import UndoIcon from '@patternfly/react-icons/dist/esm/icons/undo-icon'
import type { ComponentType } from 'react'
import type { Vm } from '../../domain/vm.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** A sign and its word; a sign without a picture is only told. */
export interface VmSign { readonly label: MessageKey; readonly Icon?: ComponentType }

const server = { Icon: ServerIcon, label: 'vm.kind.server' } as const satisfies VmSign
const kinds: Readonly<Record<string, Required<VmSign>>> = {
  server,
  desktop: { Icon: DesktopIcon, label: 'vm.kind.desktop' },
  high_performance: { Icon: TachometerAltIcon, label: 'vm.kind.high_performance' },
}

const isHostedEngine = ({ origin }: Vm): boolean => origin === 'hosted_engine' || origin === 'managed_hosted_engine'

const signs: readonly (VmSign & { readonly applies: (vm: Vm) => boolean })[] = [
  { applies: ({ pool }) => pool !== undefined, label: 'vm.kind.pooled', Icon: LayerGroupIcon },
  { applies: ({ stateless }) => stateless, label: 'vm.kind.stateless', Icon: UndoIcon },
  { applies: isHostedEngine, label: 'vm.kind.hostedEngine' },
  { applies: ({ origin }) => origin === 'kubevirt', label: 'vm.kind.container', Icon: CubeIcon },
  { applies: ({ nextRunConfigurationExists }) => nextRunConfigurationExists, label: 'vm.kind.pendingChanges', Icon: HistoryIcon },
]

/** What the VM is optimized for; a word we do not know counts as a server. */
export const vmKindOf = ({ type }: Pick<Vm, 'type'>): Required<VmSign> => kinds[type] ?? server

/** Signs beside the kind, in the order in which they are told. Source: VmTypeColumn of webadmin. */
export const vmSignsOf = (vm: Vm): readonly VmSign[] => signs.filter(({ applies }) => applies(vm))

/** The same in words, the kind first. */
export const vmKindLabels = (vm: Vm): readonly MessageKey[] => [vmKindOf(vm).label, ...vmSignsOf(vm).map(({ label }) => label)]
