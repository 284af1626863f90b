/**
 * Graphics consoles: the configured kinds, or with `current` the running ones with address and ports.
 * Ids are the hex of the protocol's name. Source: BackendVmGraphicsConsolesResource, BackendGraphicsConsoleHelper.
 */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import type { VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { hexOf } from '../hex.ts'
import { booleanParameter } from '../parameters.ts'
import { collection } from '../registry.ts'
import { isVmReporting } from '../statistics/usage.ts'

type Console = Model.GraphicsConsole & { id: string }
const members = { vms: 'vm', templates: 'template', instancetypes: 'instance_type' } as const
type Place = keyof typeof members

const protocolsOf = ({ world: { tables }, ids }: Call, place: Place): readonly ('vnc' | 'spice')[] => {
  const id = ids[0] ?? ''
  const row = place === 'vms' ? tables.vms.get(id) : place === 'templates' ? tables.templates.get(id) : tables.instanceTypes.get(id)
  return row?.hidden.graphics ?? []
}

/** Where the consoles of a running VM listen: its host's address, ports by its turn on the host from 5900 up. */
function addressOf(world: World, vm: VmRow | undefined, protocol: 'vnc' | 'spice'): Partial<Console> | undefined {
  const host = vm?.host && world.tables.hosts.get(vm.host.id)
  if (!vm || !host || !isVmReporting(vm)) return undefined
  const turn = world.tables.vms.by('host', host.id).findIndex(({ id }) => id === vm.id)
  const port = 5900 + turn * 3 + (protocol === 'spice' ? 1 : 0)
  const display = world.tables.hostNics.by('hostId', host.id).find(({ ip }) => ip?.gateway !== undefined)?.ip?.address
  return { address: display ?? host.address ?? host.name, port, ...protocol === 'spice' && { tls_port: port + 1 } }
}

function consolesOf(call: Call, place: Place): Console[] {
  const current = place === 'vms' && booleanParameter(call.query, 'current') === true
  return [...protocolsOf(call, place)].sort().flatMap((protocol): Console[] => {
    const console: Console = { id: hexOf(protocol), protocol, [members[place]]: { id: call.ids[0] } }
    if (!current) return [console]
    const address = addressOf(call.world, call.world.tables.vms.get(call.ids[0] ?? ''), protocol)
    return address ? [{ ...console, ...address }] : []
  })
}
/** The consoles of a VM that listen, as `detail=current_graphics_consoles` puts them into lists. Source: BackendVmsResource.addInlineGraphicsConsoles. */
export const listeningConsoles = (world: World, vm: VmRow): Console[] =>
  [...vm.hidden.graphics].sort().flatMap((protocol): Console[] => {
    const address = addressOf(world, vm, protocol)
    return address ? [{ id: hexOf(protocol), protocol, ...address }] : []
  })

for (const place of ['vms', 'templates', 'instancetypes'] as const) {
  collection(`${place}/graphicsconsoles`, {
    type: 'GraphicsConsole', list: (call) => consolesOf(call, place), find: (call, id) => consolesOf(call, place).find((row) => row.id === id), show: (row: Console): object => row,
  })
}
