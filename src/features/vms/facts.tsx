import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { DataCenterCell } from '../../blocks/cells/DataCenterCell.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UptimeCell } from '../../blocks/cells/UptimeCell.tsx'
import { ValueCell } from '../../blocks/cells/ValueCell.tsx'
import type { Fact, FactCard } from '../../blocks/detail/FactCards.tsx'
import { StatusLabel } from '../../blocks/status/StatusIcon.tsx'
import type { EntityType, Ref } from '../../domain/entity.ts'
import type { Version, Vm } from '../../domain/vm.ts'
import { operatingSystems } from '../../engine/resources/operatingSystems.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { vmGraphicsConsoles } from '../../engine/resources/vmDetails.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { AddressCell, graphicsLabel } from './GuestCells.tsx'
import { isHosted, toVmStatus } from './vmStatus.ts'
import { vmKindLabels } from './vmKinds.ts'

/** A VM as it is, and as it will be after its next start where changes wait. */
export interface VmFacts { readonly vm: Vm; readonly next?: Vm | undefined }

type Id = string & MessageKey
type Value = string | number | boolean | undefined
/** A setting: what may wait for the next start. */
interface Setting { readonly fact: Fact<VmFacts>; readonly of: (vm: Vm) => unknown }

const plain = (value: Value): ReactNode => (value === undefined || value === '' ? undefined : <ValueCell value={value} />)
/** `condition && <Fact />` without the fact is nothing to show. */
const orNothing = (shown: ReactNode): ReactNode => (shown === false ? undefined : shown)
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A fact that is part of the configuration; both values are shown where the next start brings another one. */
const setting = <V,>(id: Id, of: (vm: Vm) => V, show: (value: V, vm: Vm) => ReactNode): Setting => ({
  of,
  fact: { id, value: ({ vm }) => orNothing(show(of(vm), vm)), next: ({ vm, next }) => (next && !isEqual(of(vm), of(next)) ? (orNothing(show(of(next), next)) ?? '–') : undefined) },
})
const text = (id: Id, of: (vm: Vm) => Value): Setting => setting(id, of, plain)
const size = (id: Id, of: (vm: Vm) => number | undefined): Setting => setting(id, of, (bytes) => bytes !== undefined && <SizeCell bytes={bytes} />)
/** A word of the engine: `<kind>.<word>` among the messages, else as it came. */
const word = (id: Id, kind: string, of: (vm: Vm) => string | undefined): Setting => setting(id, of, (value) => value !== undefined && <EngineWord kind={kind} word={value} />)
const refTo = (id: Id, type: EntityType, of: (vm: Vm) => Ref | undefined): Setting => setting(id, of, (to) => to && <RefCell type={type} to={to} />)
/** A fact of the present run, not of the configuration. */
const now = (id: Id, show: (vm: Vm) => ReactNode): Setting => ({ of: () => undefined, fact: { id, value: ({ vm }) => orNothing(show(vm)) } })

const EngineWord = ({ kind, word: value }: { readonly kind: string; readonly word: string }) => {
  const { textOr } = useText()
  const known = textOr(`${kind}.${value}`, '')
  return known === '' ? <code data-original>{value}</code> : known
}

const OsName = ({ id }: { readonly id: string }) => {
  const { data } = useQuery(operatingSystems)
  return <bdi data-original>{data?.find(({ name }) => name === id)?.description ?? id}</bdi>
}

const Kinds = ({ vm }: { readonly vm: Vm }) => {
  const { t } = useText()
  return <ul>{vmKindLabels(vm).map((label) => <li key={label}>{t(label)}</li>)}</ul>
}

const Topology = ({ vm }: { readonly vm: Vm }) => {
  const { t } = useText()
  return t('vm.fact.vcpus.topology', { total: vm.vcpus, sockets: vm.sockets, cores: vm.coresPerSocket, threads: vm.threadsPerCore })
}

const Graphics = ({ id }: { readonly id: string }) => {
  const { t } = useText()
  const { data } = useQuery(vmGraphicsConsoles(id))
  return data ? t(graphicsLabel(data.map(({ protocol }) => protocol))) : null
}

const GuestMemory = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { data } = useQuery(statisticsQuery('vm', id))
  return <SizeCell bytes={data?.values[name]} />
}
const guestMemory = (id: Id, name: string): Setting => now(id, (vm) => isHosted(vm) && <GuestMemory id={vm.id} name={name} />)

const Properties = ({ vm }: { readonly vm: Vm }) => (
  <ul>{vm.customProperties.map(({ name, value }) => <li key={name}><code data-original><bdi>{`${name}=${value}`}</bdi></code></li>)}</ul>
)
const Names = ({ type, refs }: { readonly type: EntityType; readonly refs: readonly Ref[] }) => (
  <ul>{refs.map((to) => <li key={to.id}><RefCell type={type} to={to} /></li>)}</ul>
)
const versionText = (version: Version | undefined): string | undefined => version && (version.full ?? `${version.major}.${version.minor}`)
const Original = ({ children }: { readonly children: string }) => <bdi data-original>{children}</bdi>
const original = (value: string | undefined): ReactNode => (value === undefined || value === '' ? undefined : <Original>{value}</Original>)

const cards: readonly { readonly id: Id; readonly settings: readonly Setting[] }[] = [
  {
    id: 'vm.facts.identity',
    settings: [
      text('vm.fact.name', ({ name }) => name),
      text('vm.fact.description', ({ description }) => description),
      text('vm.fact.comment', ({ comment }) => comment),
      now('vm.fact.status', (vm) => <StatusLabel status={toVmStatus(vm)} />),
      now('vm.fact.uptime', (vm) => isHosted(vm) && vm.startedAt !== undefined && <UptimeCell since={vm.startedAt} />),
      setting('vm.fact.os', ({ osType }) => osType, (osType) => osType !== undefined && <OsName id={osType} />),
      setting('vm.fact.kind', ({ type, stateless }) => [type, stateless], (_, vm) => <Kinds vm={vm} />),
      refTo('vm.fact.template', 'template', ({ originalTemplate, template }) => originalTemplate ?? template),
      refTo('vm.fact.pool', 'vm_pool', ({ pool }) => pool),
      setting('vm.fact.origin', ({ origin }) => origin, original),
      now('vm.fact.created', ({ createdAt }) => <MomentCell at={createdAt} />),
      now('vm.fact.id', ({ id }) => <VmId id={id} />),
    ],
  },
  {
    id: 'vm.facts.system',
    settings: [
      size('vm.fact.memory', ({ memoryBytes }) => memoryBytes),
      size('vm.fact.maxMemory', ({ maxMemoryBytes }) => maxMemoryBytes),
      size('vm.fact.guaranteedMemory', ({ guaranteedMemoryBytes }) => guaranteedMemoryBytes),
      guestMemory('vm.fact.freeMemory', 'memory.free'),
      guestMemory('vm.fact.cachedMemory', 'memory.cached'),
      guestMemory('vm.fact.bufferedMemory', 'memory.buffered'),
      setting('vm.fact.vcpus', ({ sockets, coresPerSocket, threadsPerCore }) => [sockets, coresPerSocket, threadsPerCore], (_, vm) => <Topology vm={vm} />),
      setting('vm.fact.cpuType', ({ customCpuModel }) => customCpuModel, original),
      setting('vm.fact.architecture', ({ architecture }) => architecture, original),
      word('vm.fact.firmware', 'vm.firmware', ({ biosType }) => biosType),
      setting('vm.fact.machine', ({ customEmulatedMachine }) => customEmulatedMachine, original),
      text('vm.fact.ballooning', ({ ballooning }) => ballooning),
      setting('vm.fact.properties', ({ customProperties }) => customProperties, (properties, vm) => properties.length > 0 && <Properties vm={vm} />),
    ],
  },
  {
    id: 'vm.facts.placement',
    settings: [
      now('vm.fact.host', ({ host }) => host && <RefCell type="host" to={host} />),
      refTo('vm.fact.cluster', 'cluster', ({ cluster }) => cluster),
      now('vm.fact.dataCenter', ({ cluster }) => cluster && <DataCenterCell cluster={cluster} />),
      text('vm.fact.compatibility', ({ customCompatibilityVersion }) => versionText(customCompatibilityVersion)),
      text('vm.fact.highAvailability', ({ highAvailability }) => highAvailability),
      text('vm.fact.priority', ({ priority }) => priority),
      word('vm.fact.migrationMode', 'vm.migrationMode', ({ migrationMode }) => migrationMode),
      setting('vm.fact.pinnedHosts', ({ pinnedHosts }) => pinnedHosts, (hosts) => hosts.length > 0 && <Names type="host" refs={hosts} />),
      word('vm.fact.resume', 'vm.resume', ({ resumeBehaviour }) => resumeBehaviour),
      text('vm.fact.deleteProtected', ({ deleteProtected }) => deleteProtected),
      refTo('vm.fact.quota', 'quota', ({ quota }) => quota),
    ],
  },
  {
    id: 'vm.facts.console',
    settings: [
      now('vm.fact.graphics', ({ id }) => <Graphics id={id} />),
      setting('vm.fact.video', ({ videoType }) => videoType, original),
      text('vm.fact.monitors', ({ monitors }) => monitors),
      text('vm.fact.usb', ({ usb }) => usb),
      text('vm.fact.smartcard', ({ smartcard }) => smartcard),
      text('vm.fact.copyPaste', ({ copyPaste }) => copyPaste),
      now('vm.fact.ip', (vm) => isHosted(vm) && <AddressCell vm={vm} />),
      now('vm.fact.fqdn', ({ fqdn }) => plain(fqdn)),
      text('vm.fact.domain', ({ domain }) => domain),
      setting('vm.fact.timeZone', ({ timeZone }) => timeZone, original),
    ],
  },
]

const VmId = ({ id }: { readonly id: string }) => <CopyText value={id} label={useText().t('vm.fact.id')} />

/** Cards of the General tab: what today's portal shows of a VM. Source: VmGeneralModel of webadmin. */
export const vmFactCards: readonly FactCard<VmFacts>[] = cards.map(({ id, settings }) => ({ id, facts: settings.map(({ fact }) => fact) }))

/** Keys of the settings that the next start changes. */
export const pendingFacts = ({ vm, next }: Required<VmFacts>): readonly Id[] =>
  next === undefined ? [] : cards.flatMap(({ settings }) => settings).filter(({ of }) => !isEqual(of(vm), of(next))).map(({ fact }) => fact.id)

const inSummary: readonly Id[] = ['vm.fact.status', 'vm.fact.host', 'vm.fact.cluster', 'vm.fact.ip', 'vm.fact.fqdn', 'vm.fact.uptime', 'vm.fact.os', 'vm.fact.memory', 'vm.fact.vcpus', 'vm.fact.template']
const allFacts = vmFactCards.flatMap(({ facts }) => facts)
/** The few facts of the summary drawer. */
export const summaryFacts: readonly Fact<VmFacts>[] = inSummary.flatMap((id) => allFacts.find((fact) => fact.id === id) ?? [])
