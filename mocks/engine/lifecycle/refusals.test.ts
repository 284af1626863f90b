import { describe, expect, test } from 'vitest'
import { hostStatuses } from '../../../src/domain/hostStatus.ts'
import { vmStatuses } from '../../../src/domain/vmStatus.ts'
import { errorCodes } from '../facts.generated.ts'
import { faultTexts as english } from '../faultTexts.en.ts'
import { hostRefusalIn, vmRefusalIn, type HostCommand, type VmCommand } from './statusRules.ts'
import { first, testEngine } from './testEngine.ts'

type Sent = readonly [method: string, path: string, body?: object]
const vmRequests: Readonly<Record<VmCommand, Sent>> = {
  start: ['POST', '/start'], run_once: ['POST', '/start', { pause: true }], stop: ['POST', '/stop'], shutdown: ['POST', '/shutdown'], reboot: ['POST', '/reboot'],
  reset: ['POST', '/reset'], suspend: ['POST', '/suspend'], migrate: ['POST', '/migrate'], cancel_migration: ['POST', '/cancelmigration'], remove: ['DELETE', ''],
}
const hostRequests: Readonly<Record<HostCommand, Sent>> = {
  deactivate: ['POST', '/deactivate'], activate: ['POST', '/activate'], remove: ['DELETE', ''], install: ['POST', '/install'], approve: ['POST', '/approve', { host: { root_password: 'x' } }],
  upgrade_check: ['POST', '/upgradecheck'], upgrade: ['POST', '/upgrade'], enroll_certificate: ['POST', '/enrollcertificate'], refresh: ['POST', '/refresh'],
  force_select_spm: ['POST', '/forceselectspm'], fence_start: ['POST', '/fence', { fence_type: 'start' }], fence_stop: ['POST', '/fence', { fence_type: 'stop' }],
  fence_restart: ['POST', '/fence', { fence_type: 'restart' }], fence_manual: ['POST', '/fence', { fence_type: 'manual' }],
}
const words = <Word extends string>(table: Readonly<Record<Word, unknown>>): Word[] => Object.keys(table).filter((key): key is Word => key in table)
/** Beginning of a code's sentence, up to its first param. */
const sentence = (code: string): string => english[code]?.split('{')[0] ?? code

describe('over HTTP a status is refused with its code', () => {
  test.each(words(vmRequests))('VM: %s', async (command) => {
    const engine = testEngine()
    const { id } = first(engine.world.tables.vms.byName(), (vm) => vm.status === 'up' && !vm.vm_pool && vm.stateless !== true && vm.delete_protected !== true)
    const [method, path, body] = vmRequests[command]
    for (const status of vmStatuses) {
      const code = vmRefusalIn(command, status)
      if (code === undefined) continue
      engine.world.tables.vms.change(id, (vm) => {
        vm.placement_policy = { affinity: 'migratable' }
        if (status === 'image_illegal') delete vm.status
        else vm.status = status
      })
      const answer = await engine.request(method, `vms/${id}${path}`, body)
      expect([status, answer.status, JSON.stringify(answer.body).includes(sentence(code))]).toEqual([status, errorCodes[code]?.[0], true])
    }
  })
  test.each(words(hostRequests))('host: %s', async (command) => {
    const engine = testEngine()
    const host = first(engine.world.tables.hosts.byName(), ({ status, spm }) => status === 'up' && spm?.status === 'none')
    engine.world.tables.hosts.change(host.id, (row) => {
      row.power_management = { ...row.power_management, enabled: true }
      row.hidden.fenceAgents = [{ id: engine.world.newId(), type: 'ipmilan', address: '10.9.9.9', username: 'fence', order: 1 }]
    })
    for (const vm of engine.world.tables.vms.by('host', host.id)) engine.world.tables.vms.change(vm.id, (row) => {
      row.status = 'down'
      delete row.host
    })
    const [method, path, body] = hostRequests[command]
    for (const status of hostStatuses) {
      const code = hostRefusalIn(command, status)
      if (code === undefined) continue
      engine.world.tables.hosts.change(host.id, (row) => { row.status = status })
      const answer = await engine.request(method, `hosts/${host.id}${path}`, body)
      expect([status, answer.status, JSON.stringify(answer.body).includes(sentence(code))]).toEqual([status, errorCodes[code]?.[0], true])
    }
  })
})
