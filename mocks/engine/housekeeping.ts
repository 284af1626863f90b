/** Engine chores by the wall clock: finished jobs vanish, old events too. */
import { numberOption } from './options.ts'
import type { World } from './world.ts'

const minuteMs = 60_000
const lastSweeps = new WeakMap<World, number>()

/** Does what is due; sweeps run every JobCleanupRateInMinutes (10) of the engine's clock. */
export function housekeep(world: World): void {
  const now = world.now()
  const rateMs = numberOption(world, 'JobCleanupRateInMinutes', 10) * minuteMs
  if (now - (lastSweeps.get(world) ?? 0) < rateMs) return
  lastSweeps.set(world, now)
  sweepJobs(world, now)
  world.events.forgetBefore(now, numberOption(world, 'AuditLogAgingThreshold', 30))
}

/** Source: SucceededJobCleanupTimeInMinutes, FailedJobCleanupTimeInMinutes; external jobs only end by the API, then age alike. */
function sweepJobs(world: World, now: number) {
  const succeededMs = numberOption(world, 'SucceededJobCleanupTimeInMinutes', 10) * minuteMs
  const failedMs = numberOption(world, 'FailedJobCleanupTimeInMinutes', 60) * minuteMs
  for (const job of [...world.tables.jobs.all()]) {
    if (job.end_time === undefined) continue
    if (now - job.end_time >= (job.status === 'finished' ? succeededMs : failedMs)) removeJob(world, job.id)
  }
}

export function removeJob(world: World, id: string): void {
  for (const step of world.tables.steps.by('jobId', id)) world.tables.steps.remove(step.id)
  world.tables.jobs.remove(id)
}
