import { describe, expect, test } from 'vitest'
import { hostAlerts } from './hostAlerts.ts'

const quiet = { status: 'up', powerManagementEnabled: true, totalVms: 3, spmStatus: 'none', reinstallationRequired: false, updateAvailable: false }
const kindsOf = (change: Partial<typeof quiet>): readonly string[] => hostAlerts({ ...quiet, ...change }).map(({ kind }) => kind)

describe('hostAlerts', () => {
  test.each([
    ['a host that is up and complete', {}, []],
    ['updates', { updateAvailable: true }, ['update']],
    ['updates while they are being installed', { updateAvailable: true, status: 'installing' }, []],
    ['a silent host with power management', { status: 'non_responsive' }, ['nonResponsive']],
    ['a silent host without it that runs machines', { status: 'non_responsive', powerManagementEnabled: false }, ['manualFence']],
    ['a silent SPM without it', { status: 'non_responsive', powerManagementEnabled: false, totalVms: 0, spmStatus: 'spm' }, ['manualFence']],
    ['a silent host without it that holds nothing', { status: 'non_responsive', powerManagementEnabled: false, totalVms: 0 }, ['nonResponsive', 'powerManagement']],
    ['no power management', { powerManagementEnabled: false }, ['powerManagement']],
    ['maintenance with a reinstallation due', { status: 'maintenance', reinstallationRequired: true }, ['maintenance', 'reinstall']],
    ['a failed installation', { status: 'install_failed' }, ['installFailed']],
    ['a non-operational host', { status: 'non_operational' }, ['nonOperational']],
  ])('%s', (_, change, kinds) => expect(kindsOf(change)).toEqual(kinds))
})
