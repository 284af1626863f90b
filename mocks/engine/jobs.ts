/** Jobs and their steps. Source: transitions.json, `jobs`; ExecutionHandler, JobRepository. */
import type { JobHandle } from './call.ts'
import type { Ref, StepRow } from './rows.ts'
import type { World } from './world.ts'

export interface NewJob { readonly description: string; readonly correlationId: string; readonly owner?: Ref }

/** Starts a monitored job with its validating step. Also for what the engine does by itself (HA restart, balancing). */
export function beginJob(world: World, { description, correlationId, owner }: NewJob): JobHandle {
  const id = world.newId()
  const now = world.now()
  world.tables.jobs.insert({
    id, description, status: 'started', start_time: now, last_updated: now, auto_cleared: true, external: false, correlation_id: correlationId,
    ...(owner && { owner }),
  })
  addStep(world, { jobId: id, description: 'Validating', type: 'validating' })
  return jobHandle(world, id)
}

/** The job with this id again; harmless for the id of a command that is not monitored or a job that is gone. */
export function jobHandle(world: World, id: string): JobHandle {
  const { jobs, steps } = world.tables
  const executing = () => steps.by('jobId', id).find(({ type, parentId }) => type === 'executing' && parentId === undefined)
  const touch = () => { jobs.change(id, (job) => { job.last_updated = world.now() }) }
  return {
    id,
    get correlationId() { return jobs.get(id)?.correlation_id ?? '' },
    step(description, type = 'executing') {
      if (!jobs.get(id)) return ''
      const parent = type === 'executing' ? executing()?.id : undefined
      return addStep(world, { jobId: id, description, type, ...(parent !== undefined && { parentId: parent }) }).id
    },
    progress(stepId, percent) {
      if (!steps.get(stepId)) return
      steps.change(stepId, (step) => { step.progress = Math.round(Math.min(100, Math.max(0, percent))) })
      touch()
    },
    endStep(stepId, ok) {
      if (steps.get(stepId)?.status !== 'started') return
      endStep(world, stepId, ok)
      touch()
    },
    goesOn() { longJobs(world).add(id) },
    end(ok) {
      longJobs(world).delete(id)
      releaseLocks(world, id)
      if (jobs.get(id)?.status === 'started') endJob(world, id, ok ? 'finished' : 'failed')
    },
  }
}

/** Ids of jobs that go on after their request was answered. */
const goingOn = new WeakMap<World, Set<string>>()
export function longJobs(world: World): Set<string> {
  const known = goingOn.get(world) ?? new Set<string>()
  goingOn.set(world, known)
  return known
}

type NewStep = Pick<StepRow, 'jobId' | 'description' | 'type'> & { parentId?: string; external?: boolean }
export function addStep(world: World, { jobId, description, type, parentId, external = false }: NewStep): StepRow {
  const siblings = world.tables.steps.by('jobId', jobId).filter((step) => step.parentId === parentId)
  const row: StepRow = { id: world.newId(), jobId, description, type, status: 'started', number: siblings.length, start_time: world.now(), external }
  if (parentId !== undefined) row.parentId = parentId
  world.tables.jobs.change(jobId, (job) => { job.last_updated = world.now() })
  return world.tables.steps.insert(row)
}

export function endStep(world: World, stepId: string, ok: boolean): void {
  world.tables.steps.change(stepId, (step) => {
    step.status = ok ? 'finished' : 'failed'
    step.end_time = world.now()
    if (ok && step.progress !== undefined) step.progress = 100
  })
}

/** Ends a job and whatever of its steps still runs. */
export function endJob(world: World, id: string, status: 'finished' | 'failed' | 'aborted'): void {
  const now = world.now()
  for (const step of world.tables.steps.by('jobId', id)) if (step.status === 'started') endStep(world, step.id, status === 'finished')
  world.tables.jobs.change(id, (job) => {
    job.status = status
    job.end_time = now
    job.last_updated = now
  })
}

export function releaseLocks(world: World, jobId: string): void {
  for (const [object, lock] of world.locks) if (lock.jobId === jobId) world.locks.delete(object)
}
