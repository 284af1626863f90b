import { describe, expect, test } from 'vitest'
import { judgeHost, maintenanceWarnings, type HostAction, type HostActionFacts } from './hostActions.ts'

describe('rules beyond the table of statuses', () => {
  const spm = { status: 'up', spmStatus: 'none', spmPriority: 5 }
  const cases: readonly (readonly [HostAction, HostActionFacts, string | undefined])[] = [
    ['pmRestart', { status: 'up', powerManagementEnabled: false }, 'host.refused.noPowerManagement'],
    ['pmRestart', { status: 'up', powerManagementEnabled: true }, undefined],
    ['pmStart', { status: 'down', powerManagementEnabled: false }, 'host.refused.noPowerManagement'],
    ['pmStop', { status: 'up', powerManagementEnabled: false }, 'host.refused.status'],
    ['selectAsSpm', spm, undefined],
    ['selectAsSpm', { ...spm, status: 'maintenance' }, 'host.refused.status'],
    ['selectAsSpm', { ...spm, clusterRunsVms: false }, 'host.refused.noVirtService'],
    ['selectAsSpm', { ...spm, spmStatus: 'spm' }, 'host.refused.isSpm'],
    ['selectAsSpm', { ...spm, spmStatus: 'contending' }, 'host.refused.isSpm'],
    ['selectAsSpm', { ...spm, spmPriority: -1 }, 'host.refused.neverSpm'],
    ['upgrade', { status: 'up', updateAvailable: false }, 'host.refused.noUpdate'],
    ['upgrade', { status: 'up', updateAvailable: true }, undefined],
    ['upgrade', { status: 'connecting', updateAvailable: true }, 'host.refused.status'],
    ['reinstall', { status: 'up' }, 'host.refused.status'],
    ['enrollCertificate', { status: 'non_responsive' }, undefined],
    ['confirmRebooted', { status: 'non_responsive' }, undefined],
    ['confirmRebooted', { status: 'up' }, 'host.refused.status'],
    ['haMaintenanceOn', { status: 'up' }, 'host.refused.noHostedEngine'],
    ['haMaintenanceOn', { status: 'up', hostedEngine: { configured: true, globalMaintenance: true } }, 'host.refused.inHaMaintenance'],
    ['haMaintenanceOn', { status: 'up', hostedEngine: { configured: true } }, undefined],
    ['haMaintenanceOff', { status: 'up', hostedEngine: { configured: true } }, 'host.refused.notInHaMaintenance'],
    ['cockpit', { status: 'down' }, undefined],
  ]
  test.each(cases)('%s with %o gives %s', (action, host, why) => {
    const verdict = judgeHost(action, host)
    expect(verdict.ok ? undefined : verdict.why).toBe(why)
  })
})

test('maintenance warns of pinned and high-performance VMs and of the VM of the engine, by name', () => {
  expect(maintenanceWarnings([
    { name: 'web', affinity: 'migratable', type: 'server', origin: 'ovirt' },
    { name: 'nailed', affinity: 'pinned', type: 'high_performance' },
    { name: 'fast', affinity: 'user_migratable', type: 'high_performance' },
    { name: 'HostedEngine', origin: 'managed_hosted_engine' },
  ])).toEqual([
    { key: 'host.maintenance.pinned', names: ['nailed'] },
    { key: 'host.maintenance.highPerformance', names: ['fast'] },
    { key: 'host.maintenance.hostedEngine', names: ['HostedEngine'] },
  ])
  expect(maintenanceWarnings([])).toEqual([])
})
