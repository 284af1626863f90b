import { queryOptions } from '@tanstack/react-query'
import { isRunningJob, type Job, type Step } from '../domain/job.ts'
import type * as Wire from '../wire/wire.generated.ts'
import { queryClient } from './cache.ts'
import { connection } from './connection.ts'
import { date, flag, identity, int, list, ref } from './decode.ts'
import { isEngineFault } from './fault.ts'
import { detailKey } from './keys.ts'
import { read, toPath } from './transport.ts'

/** How often a running job is read. */
export const jobIntervalMs = 2000

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

/**
 * Reads the job until it is no longer `started`, keeps `['job', id]` true, then tells every listener once.
 * A job that the engine no longer has is told as undefined: it ended and was cleared.
 */
export function watchJob(id: string, onEnd: (job: Job | undefined) => void): void {
  const listeners = watched.get(id)
  if (listeners !== undefined) {
    listeners.add(onEnd)
    return
  }
  watched.set(id, new Set([onEnd]))
  connection().clock.after(jobIntervalMs / 4, () => void look(id))
}

async function look(id: string): Promise<void> {
  try {
    const job = await readJob(id)
    queryClient.setQueryData(detailKey('job', id), job)
    if (!isRunningJob(job)) return end(id, job)
  } catch (error) {
    if (isEngineFault(error, 'missing') || isEngineFault(error, 'forbidden')) return end(id, undefined)
    // Anything else passes: the engine restarts, the session is renewed. The job is asked for again.
  }
  connection().clock.after(jobIntervalMs, () => void look(id))
}

function end(id: string, job: Job | undefined): void {
  const listeners = watched.get(id) ?? new Set()
  watched.delete(id)
  for (const listener of listeners) listener(job)
}
