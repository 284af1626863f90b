/** Work under way when the world begins: the jobs of machines that migrate, start, stop, or have a snapshot made. */
import type { JobRow, VmRow } from '../engine/rows.ts'
import type { Plan } from './plan.ts'

const titles: Partial<Record<string, (vm: VmRow, target: string) => string>> = {
  migrating: (vm, target) => `Migrating VM ${vm.name} to Host ${target}`,
  image_locked: (vm) => `Creating VM Snapshot weekly for VM ${vm.name}`,
  wait_for_launch: (vm) => `Launching VM ${vm.name}`,
  saving_state: (vm) => `Hibernating VM ${vm.name}`,
}

/** @returns the job of each of these VMs, by the VM's id */
export function addRunningJobs(plan: Plan): ReadonlyMap<string, string> {
  const jobOf = new Map<string, string>()
  const { jobs, steps, hosts, users } = plan.world.tables
  const admin = [...users.all()].find(({ principal }) => principal === 'admin')
  let number = 0
  for (const vm of plan.vms) {
    if (number >= plan.scale.jobs) break
    const title = titles[vm.status ?? '']?.(vm, hosts.get(vm.hidden.migration?.toHostId ?? '')?.name ?? '')
    if (title === undefined) continue
    number += 1
    const started = vm.hidden.migration?.startedMs ?? plan.now - 20_000
    const job: JobRow = {
      id: plan.id('job', number), description: title, status: 'started', start_time: started, last_updated: started + 500, auto_cleared: true, external: false, correlation_id: plan.id('job correlation', number), ...admin && { owner: { id: admin.id } },
    }
    jobs.insert(job)
    jobOf.set(vm.id, job.id)
    steps.insert({ id: plan.id('step', number * 4), jobId: job.id, description: 'Validating', type: 'validating', status: 'finished', number: 0, start_time: started, end_time: started + 300, external: false })
    steps.insert({ id: plan.id('step', number * 4 + 1), jobId: job.id, description: 'Executing', type: 'executing', status: 'started', number: 1, start_time: started + 300, external: false })
  }
  return jobOf
}
