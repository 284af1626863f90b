/** MAC pools. Preconditions: transitions.json, `mac_pool`. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { emit } from '../events.ts'
import { theSystem } from '../permissions.ts'
import { collection, wholeTable } from '../registry.ts'
import type { MacPoolRow } from '../rows.ts'
import { checkName } from '../validate.ts'

type Ranges = MacPoolRow['ranges']

const toNumber = (address: string) => Number.parseInt(address.replaceAll(':', ''), 16)
const rangesOf = (ranges: readonly Model.Range[] = []): Ranges => ranges.map(({ from = '', to = '' }) => ({ from: from.toLowerCase(), to: to.toLowerCase() }))

/** Unicast addresses, first not after last, no range within another. Source: MacPoolValidator, MacRange constraints. */
function checkRanges(ranges: Ranges): void {
  const isMac = (text: string) => /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(text)
  if (!ranges.every(({ from, to }) => isMac(from) && isMac(to))) refuse('VALIDATION_VM_NETWORK_MAC_ADDRESS_INVALID')
  const isMulticast = (text: string) => (Number.parseInt(text.slice(0, 2), 16) & 1) === 1
  if (ranges.some(({ from, to }) => isMulticast(from) || isMulticast(to))) refuse('VALIDATION_VM_NETWORK_MAC_ADDRESS_MULTICAST')
  if (ranges.length === 0 || ranges.some(({ from, to }) => toNumber(from) > toNumber(to))) refuse('ACTION_TYPE_FAILED_MAC_POOL_MUST_HAVE_RANGE')
  const sorted = [...ranges].sort((one, other) => toNumber(one.from) - toNumber(other.from))
  if (sorted.some(({ from }, at) => at > 0 && toNumber(from) <= toNumber(sorted[at - 1]?.to ?? ''))) refuse('ACTION_TYPE_FAILED_MAC_POOL_CONTAINS_OVERLAPPING_RANGES')
}

const isTaken = ({ world }: Call, name: string, except?: string) => world.tables.macPools.by('name', name).some(({ id }) => id !== except)

collection('macpools', {
  ...wholeTable('macPools'),
  type: 'MacPool', object: 'mac_pool', filtered: 'refused',
  show: (row: MacPoolRow): Model.MacPool => row,
  add: (call) => {
    const { name = '', description = '', allow_duplicates = false, ranges } = bodyOf<Model.MacPool>(call)
    const row: MacPoolRow = { id: call.world.newId(), name, description, allow_duplicates, default_pool: false, ranges: rangesOf(ranges) }
    runCommand(call, {
      name: 'AddMacPool', permit: 'create_mac_pool', on: [theSystem],
      validate: () => {
        checkName(name)
        checkRanges(row.ranges)
        if (isTaken(call, name)) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED')
      },
      execute: () => {
        call.world.tables.macPools.insert(row)
        emit(call.world, 'MAC_POOL_ADD_SUCCESS', { vars: { pool: name }, user: call.user, correlationId: call.correlationId })
      },
    })
    return row
  },
  update: (call, row) => {
    const { name = row.name, description, allow_duplicates, ranges } = bodyOf<Model.MacPool>(call)
    const fresh = ranges === undefined ? row.ranges : rangesOf(ranges)
    runCommand(call, {
      name: 'UpdateMacPool', permit: 'edit_mac_pool', on: [{ type: 'mac_pool', id: row.id }], locks: [row.id],
      validate: () => {
        checkName(name)
        checkRanges(fresh)
        if (isTaken(call, name, row.id)) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED')
      },
      execute: () => {
        call.world.tables.macPools.change(row.id, (pool) => {
          Object.assign(pool, { name, ranges: fresh, ...(description !== undefined && { description }), ...(allow_duplicates !== undefined && { allow_duplicates }) })
        })
        emit(call.world, 'MAC_POOL_EDIT_SUCCESS', { vars: { pool: name }, user: call.user, correlationId: call.correlationId })
      },
    })
    return row
  },
  remove: (call, row) => {
    runCommand(call, {
      name: 'RemoveMacPool', permit: 'delete_mac_pool', on: [{ type: 'mac_pool', id: row.id }], locks: [row.id],
      validate: () => {
        if (row.default_pool) refuse('ACTION_TYPE_FAILED_CANNOT_REMOVE_DEFAULT_MAC_POOL')
        if (call.world.tables.clusters.by('mac_pool', row.id).length > 0) refuse('ACTION_TYPE_FAILED_CANNOT_REMOVE_STILL_USED_MAC_POOL')
      },
      execute: () => {
        call.world.tables.macPools.remove(row.id)
        emit(call.world, 'MAC_POOL_REMOVE_SUCCESS', { vars: { pool: row.name }, user: call.user, correlationId: call.correlationId })
      },
    })
  },
})
