/** Random requests against a small world, for the tests of this folder. */
import { expect } from 'vitest'
import { createRandom } from '../../worlds/random.ts'
import { checkWorld } from '../../worlds/consistency.ts'
import type { OwnedWorld } from '../createWorld.ts'
import { breakHost, mendHost } from './hostFailure.ts'
import { pauseByTrouble } from './power.ts'
import { bySystem } from './operation.ts'
import { testEngine } from './testEngine.ts'

const vmActions: readonly (readonly [action: string, body?: object])[] = [
  ['start'], ['start'], ['start', { pause: true }], ['start', { volatile: true, vm: { stateless: true } }], ['stop'], ['shutdown'], ['reboot'], ['reset'], ['suspend'],
  ['migrate', { force: true }], ['migrate', { migrate_vms_in_affinity_closure: true }], ['cancelmigration'], ['detach'],
]
const hostActions: readonly (readonly [action: string, body?: object])[] = [
  ['deactivate', { reason: 'by chance' }], ['activate'], ['activate'], ['install'], ['approve'], ['upgrade'], ['upgradecheck'], ['enrollcertificate'], ['refresh'], ['forceselectspm'],
  ['fence', { fence_type: 'start' }], ['fence', { fence_type: 'stop' }], ['fence', { fence_type: 'restart' }], ['fence', { fence_type: 'restart', maintenance_after_restart: true }], ['fence', { fence_type: 'manual' }],
]

/** So many random requests and pauses; every answer is a success or a refusal, and the world stays consistent. */
export async function live(seed: number, steps: number): Promise<{ readonly accepted: number; readonly refused: number; readonly world: OwnedWorld }> {
  const engine = testEngine('small', seed)
  const { world } = engine
  const random = createRandom(seed, 'life')
  const before = checkWorld(world)
  expect(before).toEqual([])
  let accepted = 0
  let refused = 0
  for (let step = 0; step < steps; step += 1) {
    const what = random.next()
    const vm = random.pick(world.tables.vms.byName())
    const host = random.pick(world.tables.hosts.byName())
    let note = ''
    let status = 200
    const send = async (method: string, path: string, body?: object) => {
      note = `${method} ${path} ${JSON.stringify(body ?? {})}`
      status = (await engine.request(method, path, body)).status
    }
    if (what < 0.5) {
      const [action, body] = random.pick(vmActions)
      await send('POST', `vms/${vm.id}/${action}`, body ?? {})
    } else if (what < 0.54) await send('DELETE', `vms/${vm.id}?detach_only=${random.chance(0.3)}`)
    else if (what < 0.6) await send('PUT', `vms/${vm.id}`, { ...(!vm.vm_pool && { name: random.chance(0.2) ? `fail-${step}` : `life-${step}` }), memory: (vm.memory ?? 0) + 128 * 1024 ** 2, memory_policy: { max: (vm.memory ?? 0) * 8 }, display: { monitors: 2 } })
    else if (what < 0.82) {
      const [action, body] = random.pick(hostActions)
      await send('POST', `hosts/${host.id}/${action}`, body ?? {})
    } else if (what < 0.85) {
      note = `break ${host.name}`
      breakHost(world, host.id)
    } else if (what < 0.88) {
      note = `mend ${host.name}`
      mendHost(world, host.id)
    } else if (what < 0.9) {
      note = `pause ${vm.name}`
      pauseByTrouble(world, vm.id, random.chance(0.5) ? 'eio' : 'enospc', bySystem(world))
    } else if (what < 0.91) await send('POST', 'hosts', { name: `host-${step}`, address: `${random.chance(0.3) ? 'unreachable' : 'host'}-${step}.example.com`, cluster: { id: host.cluster.id }, root_password: 'x' })
    else if (what < 0.92) await send('DELETE', `hosts/${host.id}`)
    else {
      note = 'advance'
      world.advance(random.between(1, 120))
    }
    expect([200, 201, 202, 400, 409], `step ${step}: ${note}`).toContain(status)
    if (status < 300) accepted += 1
    else refused += 1
    if (random.chance(0.5)) world.advance(random.between(0, 12))
    expect(checkWorld(world).map((violation) => JSON.stringify(violation)), `step ${step}: ${note}`).toEqual([])
  }
  world.advance(4 * 3600)
  expect(checkWorld(world)).toEqual([])
  expect([...world.tables.jobs.all()].filter(({ status }) => status === 'started').map(({ description }) => description)).toEqual([])
  return { accepted, refused, world }
}
