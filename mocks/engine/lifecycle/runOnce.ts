/** Run once: overridden members for one run. Source: RunVmOnceCommand, RunOnceParams; the members that REST takes. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { RunOnceMember, VmRow } from '../rows.ts'
import type { World } from '../world.ts'

const members: readonly RunOnceMember[] = ['os', 'stateless', 'bios', 'display', 'custom_emulated_machine', 'custom_cpu_model', 'custom_properties', 'initialization', 'placement_policy']

/** Is it more than a plain start? Source: BackendVmResource.start. */
export const isRunOnce = (action: Partial<Model.Action>): boolean => action.vm !== undefined || action.pause === true || action.volatile === true
  || action.use_cloud_init === true || action.use_sysprep === true || action.use_ignition === true || action.use_initialization === true

/** The members that this body overrides, merged over what is configured. */
export function overridesOf(vm: VmRow, wanted: Model.Vm | undefined): Partial<Pick<VmRow, RunOnceMember>> {
  if (!wanted) return {}
  const hosts = wanted.placement_policy?.hosts?.flatMap(({ id }) => id === undefined ? [] : [{ id }])
  return {
    ...(wanted.os && { os: { ...vm.os, ...wanted.os } }),
    ...(wanted.stateless !== undefined && { stateless: wanted.stateless }),
    ...(wanted.bios && { bios: { ...vm.bios, ...wanted.bios } }),
    ...(wanted.display && { display: { ...vm.display, ...wanted.display } }),
    ...(wanted.custom_emulated_machine !== undefined && { custom_emulated_machine: wanted.custom_emulated_machine }),
    ...(wanted.custom_cpu_model !== undefined && { custom_cpu_model: wanted.custom_cpu_model }),
    ...(wanted.custom_properties && { custom_properties: wanted.custom_properties }),
    ...(wanted.initialization && { initialization: wanted.initialization }),
    ...(hosts && hosts.length > 0 && { placement_policy: { ...vm.placement_policy, hosts } }),
  }
}

/** Puts the overrides on the row and remembers what power-off has to restore. */
export function applyRunOnce(world: World, vm: VmRow, overrides: ReturnType<typeof overridesOf>, volatile: boolean): void {
  const restore: Partial<VmRow> = {}
  const added: RunOnceMember[] = []
  for (const member of members) {
    if (!(member in overrides)) continue
    if (vm[member] === undefined) added.push(member)
    else Object.assign(restore, { [member]: vm[member] })
  }
  world.tables.vms.change(vm.id, (row) => {
    Object.assign(row, overrides)
    row.run_once = true
    row.hidden.runOnce = { restore, added, volatile }
  })
}
