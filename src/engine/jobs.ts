import { queryOptions } from '@tanstack/react-query'
import { isRunningJob, type Job, type Step } from '../domain/job.ts'
import type * as Wire from '../wire/wire.generated.ts'
import { queryClient } from './cache.ts'
import { connection } from './connection.ts'
import { date, flag, identity, int, list, ref } from './decode.ts'
import { isEngineFault } from './fault.ts'
import { detailKey } from './keys.ts'
import { isHidden } from './live/attention.ts'
import { read, toPath } from './transport.ts'

/** How often a running job is read. */
export const jobIntervalMs = 2000
/** Many jobs end at once; their first look comes soon. */
const firstLookMs = 500

const decodeStep = (wire: Wire.Step): Step => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? '',
  type: wire.type ?? 'unknown',
  status: wire.status ?? 'unknown',
  number: int(wire.number, 0),
  parentId: wire.parent_step?.id,
  progressPercent: int(wire.progress),
  startedAt: date(wire.start_time),
  endedAt: date(wire.end_time),
})

export const decodeJob = (wire: Wire.Job): Job => ({
  id: wire.id ?? '',
  name: identity(wire).name,
  description: identity(wire).description,
  status: wire.status ?? 'unknown',
  owner: ref(wire.owner),
  startedAt: date(wire.start_time),
  endedAt: date(wire.end_time),
  updatedAt: date(wire.last_updated),
  external: flag(wire.external, false),
  autoCleared: flag(wire.auto_cleared, false),
  steps: list(wire.steps?.step).map(decodeStep).sort((one, other) => one.number - other.number),
})

/** One job with its steps; users may read the job but not the steps (BackendJobsResource under the filter). */
const readJob = async (id: string, signal?: AbortSignal): Promise<Job> =>
  decodeJob(await read<Wire.Job>(toPath('jobs', id), { query: { follow: connection().filtered() ? undefined : 'steps' }, signal }))

export const jobQuery = (id: string) => queryOptions({ queryKey: detailKey('job', id), queryFn: ({ signal }) => readJob(id, signal) })

const watched = new Map<string, Set<(job: Job | undefined) => void>>()
let planned = false

/** Up to so many jobs are read one by one; more by one list (administrators) or in turns (users may not list). */
const mostSingly = 4
const mostListed = 500

/**
 * Reads the job until it is no longer `started`, keeps `['job', id]` true, then tells every listener once.
 * A job that the engine no longer has is told as undefined: it ended and was cleared.
 */
export function watchJob(id: string, onEnd: (job: Job | undefined) => void): void {
  const listeners = watched.get(id) ?? new Set()
  watched.set(id, listeners.add(onEnd))
  plan(firstLookMs)
}

function plan(delayMs: number): void {
  if (planned || watched.size === 0) return
  planned = true
  connection().clock.after(delayMs, () => void look().finally(() => {
    planned = false
    plan(jobIntervalMs)
  }))
}

async function look(): Promise<void> {
  if (isHidden()) return // nobody waits for it; the end is noticed when somebody looks again
  const ids = [...watched.keys()]
  if (ids.length <= mostSingly) return void (await Promise.all(ids.map(lookAt)))
  const listed = connection().filtered() ? new Map<string, Job>() : await listJobs()
  for (const id of ids) {
    const job = listed.get(id)
    if (job !== undefined) note(id, job)
  }
  const unlisted = ids.filter((id) => !listed.has(id)).slice(0, mostSingly)
  await Promise.all(unlisted.map(lookAt))
  // What was asked moves to the end of the line, so that all have their turn.
  for (const id of unlisted) {
    const listeners = watched.get(id)
    if (listeners !== undefined && watched.delete(id)) watched.set(id, listeners)
  }
}

async function listJobs(): Promise<ReadonlyMap<string, Job>> {
  try {
    const answer = await read<{ readonly job?: readonly Wire.Job[] }>('jobs', { query: { max: mostListed } })
    return new Map(list(answer.job).map((wire) => [wire.id ?? '', decodeJob(wire)]))
  } catch {
    return new Map() // asked again in the next round
  }
}

async function lookAt(id: string): Promise<void> {
  try {
    note(id, await readJob(id))
  } catch (error) {
    // Cleared, not ours to see, or nobody is logged in any more. Anything else passes: it is asked again.
    if (isEngineFault(error, 'missing') || isEngineFault(error, 'forbidden') || isEngineFault(error, 'unauthenticated')) end(id, undefined)
  }
}

function note(id: string, job: Job): void {
  // A listed job comes without its steps; those that are known stay until the job is read by itself.
  queryClient.setQueryData<Job>(detailKey('job', id), (before) => (job.steps.length === 0 && before !== undefined ? { ...job, steps: before.steps } : job))
  if (!isRunningJob(job)) end(id, job)
}

function end(id: string, job: Job | undefined): void {
  const listeners = watched.get(id) ?? new Set()
  watched.delete(id)
  for (const listener of listeners) listener(job)
}
