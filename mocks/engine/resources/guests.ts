/** What the guest agent reports of a running VM: applications and sessions. Ids are the hex of their names. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { hexOf } from '../hex.ts'
import { collection } from '../registry.ts'
import { applicationsOf as installedIn, sessionsOf } from '../statistics/guest.ts'

type Application = Model.Application & { id: string }
function applicationsOf({ world, ids }: Call): Application[] {
  const vm = world.tables.vms.get(ids[0] ?? '')
  return vm ? installedIn(vm).map((name) => ({ id: hexOf(name), name, vm: { id: vm.id } })) : []
}
collection('vms/applications', { type: 'Application', list: applicationsOf, find: (call, id) => applicationsOf(call).find((row) => row.id === id), show: (row: Application): object => row })

type Session = Model.Session & { id: string }
function openSessions({ world, ids }: Call): Session[] {
  const vm = world.tables.vms.get(ids[0] ?? '')
  if (!vm) return []
  return sessionsOf(vm, hexOf).map(({ id, userName, consoleUser, address, protocol }) => ({
    id, user: { user_name: userName }, console_user: consoleUser, vm: { id: vm.id }, ...address !== undefined && { ip: { address } }, ...protocol !== undefined && { protocol },
  }))
}
collection('vms/sessions', { type: 'Session', list: openSessions, find: (call, id) => openSessions(call).find((row) => row.id === id), show: (row: Session): object => row })
