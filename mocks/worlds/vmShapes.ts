/** What a virtual machine of the inventory looks like: role, size, system, after the shares of the sample topology. */
import type * as Model from '../../src/wire/model.generated.ts'
import type { VmPoolRow } from '../engine/rows.ts'
import type { ClusterPlan, TemplatePlan } from './plan.ts'
import type { Random, Shares } from './random.ts'

export interface Shape {
  readonly type: Model.VmType
  readonly stem: string
  readonly os: string
  readonly vcpus: number
  readonly memoryGib: number
  readonly curve: 'desktop' | 'server' | 'batch'
}

/** What a VM is to be, before its row exists. */
export interface VmWish {
  readonly number: number
  readonly name: string
  readonly shape: Shape
  readonly status: Model.VmStatus
  readonly cluster: ClusterPlan
  readonly pool?: VmPoolRow
  /** a copy of the template that shares its disk */
  readonly thin?: boolean
  readonly template?: TemplatePlan
}

const types: Shares<Model.VmType> = [['server', 70], ['desktop', 26], ['high_performance', 4]]
const vcpuShares: Shares<number> = [[1, 10], [2, 38], [4, 30], [8, 14], [16, 5], [24, 2], [32, 1]]
const memoryShares: Shares<number> = [[1, 5], [2, 15], [4, 32], [8, 25], [16, 14], [32, 6], [64, 2], [128, 1]]
const serverSystems: Shares<string> = [['rhel_9x64', 24], ['rhel_8x64', 15], ['rhel_7x64', 7], ['ubuntu_18_04', 9], ['debian_9', 5], ['other_linux', 3], ['sles_11', 2], ['windows_2019x64', 13], ['windows_2022', 11], ['windows_2016x64', 6], ['rhcos_x64', 3], ['other', 3]]
const desktopSystems: Shares<string> = [['windows_10x64', 19], ['windows_11', 12], ['rhel_9x64', 42], ['ubuntu_18_04', 27]]

const stems: Readonly<Record<string, readonly string[]>> = {
  server: ['web', 'app-prod-', 'db-prod-', 'api', 'mail', 'proxy', 'dns', 'ldap', 'ci-runner-', 'git', 'monitor', 'log', 'cache', 'queue', 'erp', 'crm', 'wiki', 'app-test-', 'db-test-', 'file', 'print', 'sso', 'report', 'backup'],
  batch: ['batch', 'render', 'etl-', 'nightly-'],
  windows: ['win-app-', 'sql', 'exchange', 'dc', 'iis', 'sharepoint'],
  rhcos: ['ocp-worker-', 'ocp-master-', 'ocp-infra-'],
  desktop: ['desk-fin-', 'desk-hr-', 'desk-dev-', 'desk-sales-', 'desk-lab-'],
  high_performance: ['sap-hana-', 'oracle-', 'trading-', 'hpc-'],
}

/** Draws one shape. At least four fifths of the memory fits the systems' minimum; small draws are raised to it. */
export function drawShape(random: Random): Shape {
  const type = random.weighted(types)
  const os = random.weighted(type === 'desktop' ? desktopSystems : serverSystems)
  const batch = type === 'server' && random.chance(0.12)
  const family = type !== 'server' ? type : os.startsWith('windows') ? 'windows' : os === 'rhcos_x64' ? 'rhcos' : batch ? 'batch' : 'server'
  const least = os === 'windows_11' ? 4 : os.startsWith('windows') || type === 'high_performance' ? 2 : 1
  return {
    type, os, stem: random.pick(stems[family] ?? ['vm']), curve: type === 'desktop' ? 'desktop' : batch ? 'batch' : 'server',
    vcpus: type === 'high_performance' ? Math.max(4, random.weighted(vcpuShares)) : random.weighted(vcpuShares),
    memoryGib: Math.max(least, random.weighted(memoryShares)),
  }
}

/** Names count up within their stem: web01, web02, … with as many digits as the inventory needs. */
export function createNamer(vms: number): (stem: string) => string {
  const counts = new Map<string, number>()
  const width = vms > 8_000 ? 4 : vms > 1_500 ? 3 : 2
  return (stem) => {
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    return `${stem}${String(count).padStart(width, '0')}`
  }
}

/** Statuses of `count` machines: shares as counts, at least one of each from forty on, the rest up. Which machine gets which is drawn. */
export function drawStatuses(random: Random, count: number, lost: number): Model.VmStatus[] {
  const share = (status: Model.VmStatus, part: number, from: number): Model.VmStatus[] => count < from ? [] : Array.from({ length: Math.max(1, Math.round(count * part)) }, () => status)
  const statuses: Model.VmStatus[] = [
    ...share('down', 0.15, 2), ...share('suspended', 0.007, 8), ...share('paused', 0.003, 8), ...share('image_locked', 0.005, 12), ...share('powering_up', 0.002, 40), ...share('powering_down', 0.002, 40),
    ...share('migrating', 0.003, 40), ...share('not_responding', 0.0005, 40), ...share('reboot_in_progress', 0.0004, 150), ...share('saving_state', 0.0004, 150), ...share('wait_for_launch', 0.0004, 150),
    ...Array.from({ length: lost }, (): Model.VmStatus => 'unknown'),
  ]
  while (statuses.length < count) statuses.push('up')
  statuses.length = count
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random.between(0, at)
    const kept = statuses[at]
    const swapped = statuses[other]
    if (kept !== undefined && swapped !== undefined) [statuses[at], statuses[other]] = [swapped, kept]
  }
  return statuses
}
