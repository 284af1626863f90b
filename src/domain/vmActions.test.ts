import { describe, expect, test } from 'vitest'
import { canAny } from './verdict.ts'
import { judgeRemoveDisks, judgeVm, type RemoveDisksFacts, type VmAction, type VmActionFacts } from './vmActions.ts'

describe('rules beyond the table of statuses', () => {
  const cases: readonly (readonly [VmAction, VmActionFacts, string | undefined])[] = [
    ['reboot', { status: 'up', acpiEnabled: false, ips: [] }, 'vm.refused.guestUnreachable'],
    ['reboot', { status: 'up', acpiEnabled: false, ips: ['10.0.0.5'] }, undefined],
    ['reboot', { status: 'up', acpiEnabled: true, ips: [] }, undefined],
    ['reboot', { status: 'down', acpiEnabled: false, ips: [] }, 'vm.refused.status'],
    ['remove', { status: 'down', deleteProtected: true }, 'vm.refused.deleteProtected'],
    ['remove', { status: 'down' }, undefined],
    ['remove', {}, undefined],
    ['remove', { status: 'up', deleteProtected: true }, 'vm.refused.status'],
    ['reset', { status: 'suspended' }, 'vm.refused.status'],
    ['snapshot', { status: 'down', stateless: true }, 'vm.refused.stateless'],
    ['snapshot', { status: 'down', isPreviewingSnapshot: true }, 'vm.refused.previewing'],
    ['exportOva', { status: 'up' }, undefined],
    ['exportOva', { status: 'migrating' }, 'vm.refused.status'],
    ['exportToDataDomain', { status: 'up' }, 'vm.refused.status'],
    ['console', { status: 'up', graphics: ['vnc'] }, undefined],
    ['console', { status: 'up', graphics: [] }, 'vm.refused.headless'],
    ['console', { status: 'down', graphics: ['vnc'] }, 'vm.refused.status'],
    ['consoleOptions', { status: 'down' }, 'vm.refused.status'],
    ['edit', { status: 'unknown' }, undefined],
    ['run', { status: 'a word of the future' }, undefined],
  ]
  test.each(cases)('%s with %o gives %s', (action, vm, why) => {
    const verdict = judgeVm(action, vm)
    expect(verdict.ok ? undefined : verdict.why).toBe(why)
  })
  test('a refusal by status names the status, also the one that REST leaves out', () => {
    expect(judgeVm('run', { status: 'up' })).toEqual({ ok: false, why: 'vm.refused.status', params: { status: 'up' } })
    expect(judgeVm('run', {})).toEqual({ ok: false, why: 'vm.refused.status', params: { status: 'image_illegal' } })
  })
})

test('a selection is eligible as soon as one row passes', () => {
  const judge = (vm: VmActionFacts) => judgeVm('run', vm)
  expect(canAny([{ status: 'up' }, { status: 'down' }], judge).ok).toBe(true)
  expect(canAny([{ status: 'unknown' }, { status: 'up' }], judge)).toMatchObject({ ok: false, params: { status: 'unknown' } })
})

describe('the box "Remove disks"', () => {
  const plain: RemoveDisksFacts = { isTemplateBased: false, hasDiskSnapshots: false, diskCount: 2, shareableDiskCount: 0 }
  const cases: readonly (readonly [string, RemoveDisksFacts, object])[] = [
    ['is free and ticked for disks of its own', plain, { value: true, fixed: false }],
    ['is forced on for disks that depend on a template', { ...plain, isTemplateBased: true }, { value: true, fixed: true, why: 'vm.removeDisks.template' }],
    ['is forced on for disks with snapshots', { ...plain, hasDiskSnapshots: true }, { value: true, fixed: true, why: 'vm.removeDisks.snapshots' }],
    ['is forced off without disks', { ...plain, diskCount: 0 }, { value: false, fixed: true, why: 'vm.removeDisks.none' }],
    ['is forced off when every disk is shareable', { ...plain, shareableDiskCount: 2, isTemplateBased: true }, { value: false, fixed: true, why: 'vm.removeDisks.shared' }],
  ]
  test.each(cases)('%s', (_, vm, choice) => {
    expect(judgeRemoveDisks([vm])).toEqual({ ...choice, perVm: [choice] })
  })
  test('of a selection is free as soon as it is free for one VM, and every VM keeps its own rule', () => {
    const choice = judgeRemoveDisks([{ ...plain, diskCount: 0 }, { ...plain, isTemplateBased: true }, plain])
    expect(choice).toMatchObject({ value: true, fixed: false })
    expect(choice.perVm.map(({ value, fixed }) => [value, fixed])).toEqual([[false, true], [true, true], [true, false]])
  })
})
