import { describe, expect, test } from 'vitest'
import { hostBadges, hostOverlay, hostStatuses, hostStatusKind } from './hostStatus.ts'
import { vmOverlay, vmStatuses, vmStatusKind, type VmOverlayFacts } from './vmStatus.ts'

describe('icons', () => {
  test('stand for every status of a VM as in the list of webadmin', () => {
    expect(Object.fromEntries(vmStatuses.map((status) => [status, vmStatusKind({ status })]))).toEqual({
      unassigned: 'unknown', down: 'down', up: 'up', powering_up: 'starting', paused: 'paused', migrating: 'migrating', unknown: 'unknown',
      not_responding: 'unknown', wait_for_launch: 'waiting', reboot_in_progress: 'rebooting', saving_state: 'waiting', restoring_state: 'waiting',
      suspended: 'suspended', image_illegal: 'down', image_locked: 'locked', powering_down: 'stopping',
    })
  })
  test('tell a run-once VM from others, and show what REST leaves out or we do not know', () => {
    expect(vmStatusKind({ status: 'up', runOnce: true })).toBe('upRunOnce')
    expect(vmStatusKind({ status: 'paused', runOnce: true })).toBe('paused')
    expect(vmStatusKind({})).toBe('down')
    expect(vmStatusKind({ status: 'a word of the future' })).toBe('unknown')
    expect(hostStatusKind({ status: 'a word of the future' })).toBe('unknown')
  })
  test('stand for every status of a host as in the list of webadmin', () => {
    expect(Object.fromEntries(hostStatuses.map((status) => [status, hostStatusKind({ status })]))).toEqual({
      up: 'up', down: 'down', unassigned: 'down', non_responsive: 'down', install_failed: 'down', connecting: 'down',
      preparing_for_maintenance: 'preparing', maintenance: 'maintenance', error: 'error', installing: 'installing', reboot: 'waiting',
      initializing: 'waiting', kdumping: 'waiting', non_operational: 'warning', pending_approval: 'unconfigured', installing_os: 'unconfigured',
    })
  })
})

describe('the overlay of a VM', () => {
  const healthy: VmOverlayFacts = { status: 'up', guestOsFamily: 'Linux', osType: 'rhel_9x64', guestTimeZoneOffset: '+01:00', timeZoneOffset: '+01:00' }
  const cases: readonly (readonly [string, VmOverlayFacts, readonly string[]])[] = [
    ['is absent when all is well', healthy, []],
    ['tells a pause by trouble', { status: 'paused', statusDetail: 'enospc' }, ['vm.overlay.pauseError']],
    ['ignores a pause that was asked for', { status: 'paused', statusDetail: 'none' }, []],
    ['tells illegal images in any status', { status: 'down', hasIllegalImages: true }, ['vm.overlay.illegalImages']],
    ['tells a missing agent only while up', { status: 'up' }, ['vm.overlay.noAgent']],
    ['ignores a missing agent when down', { status: 'down' }, []],
    ['tells another time zone', { ...healthy, guestTimeZoneOffset: '+02:00' }, ['vm.overlay.timeZone']],
    ['tells another system', { ...healthy, osType: 'windows_2022' }, ['vm.overlay.guestOs']],
    ['does not compare with an undecided type', { ...healthy, osType: 'other' }, []],
    ['tells run once', { ...healthy, runOnce: true }, ['vm.overlay.runOnce']],
    ['gives every reason a line', { status: 'up', hasIllegalImages: true, runOnce: true }, ['vm.overlay.illegalImages', 'vm.overlay.noAgent', 'vm.overlay.runOnce']],
  ]
  test.each(cases)('%s', (_, vm, reasons) => { expect(vmOverlay(vm)).toEqual(reasons) })
})

describe('the overlay and the badges of a host', () => {
  test('tell power management that is off while the cluster fences, and a wanted reinstallation', () => {
    expect(hostOverlay({ clusterFencingEnabled: true, powerManagementEnabled: false })).toEqual(['host.overlay.powerManagement'])
    expect(hostOverlay({ clusterFencingEnabled: false, powerManagementEnabled: false })).toEqual([])
    expect(hostOverlay({ reinstallationRequired: true })).toEqual(['host.overlay.reinstall'])
  })
  test('tell updates, external status and the hosted-engine agent', () => {
    expect(hostBadges({ updateAvailable: true, externalStatus: 'warning' })).toEqual(['host.badge.update', 'host.badge.external'])
    expect(hostBadges({ externalStatus: 'ok', hostedEngine: { configured: true, active: true, score: 3400 } })).toEqual(['host.badge.hostedEngine'])
    expect(hostBadges({ hostedEngine: { configured: true, active: true, score: 0 } })).toEqual(['host.badge.hostedEngineScoreZero'])
    expect(hostBadges({ hostedEngine: { configured: true, active: false } })).toEqual(['host.badge.hostedEngineInactive'])
    expect(hostBadges({ hostedEngine: { configured: false } })).toEqual([])
  })
})
