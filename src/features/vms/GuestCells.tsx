import { useQuery } from '@tanstack/react-query'
import type { Vm } from '../../domain/vm.ts'
import { vmReportedDevices } from '../../engine/resources/nics.ts'
import { vmRunningProtocols } from '../../engine/resources/vms.ts'
import { afterPaint } from '../../lib/afterPaint.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { isHosted } from './vmStatus.ts'

/** Lists do not carry what guests report, and addresses seldom change: one request per running row in view, after the rows themselves, kept for five minutes. */
export const vmAddresses = (id: string) => {
  const { queryFn, ...query } = vmReportedDevices(id)
  return {
    ...query,
    staleTime: 5 * 60_000,
    ...(typeof queryFn === 'function' && { queryFn: async (context: Parameters<typeof queryFn>[0]) => {
      await afterPaint()
      return queryFn(context)
    } }),
  }
}

/** Addresses without those of the link itself, as everybody has them. */
export const toAddresses = (devices: readonly { readonly ips: readonly { readonly address: string }[] }[]): readonly string[] =>
  devices.flatMap(({ ips }) => ips.map(({ address }) => address)).filter((address) => !address.toLowerCase().startsWith('fe80:'))

/** The addresses that the guest agent reports, with spaces between them. */
export const AddressCell = ({ vm }: { readonly vm: Vm }) => {
  const { data } = useQuery({ ...vmAddresses(vm.id), enabled: isHosted(vm) })
  const text = isHosted(vm) && data ? toAddresses(data).join(' ') : ''
  return text === '' ? null : <code title={text}><bdi>{text}</bdi></code>
}

/** Key of the word for a set of protocols. Source: GraphicsTypes with VmGraphicsColumn of webadmin. */
export const graphicsLabel = (protocols: readonly string[]): MessageKey => {
  const [hasVnc, hasSpice] = [protocols.includes('vnc'), protocols.includes('spice')]
  return hasVnc && hasSpice ? 'vm.graphics.both' : hasVnc ? 'vm.graphics.vnc' : hasSpice ? 'vm.graphics.spice' : 'vm.graphics.none'
}

/** The consoles that can be connected to now; none where nothing runs. */
export const GraphicsCell = ({ vm }: { readonly vm: Vm }) => {
  const { t } = useText()
  const { data } = useQuery({ ...vmRunningProtocols(vm.id), enabled: isHosted(vm) })
  if (!isHosted(vm)) return t('vm.graphics.none')
  return data ? t(graphicsLabel(data)) : null
}
