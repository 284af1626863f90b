import type { EntityType, Target } from '../domain/entity.ts'
import { connection } from './connection.ts'
import { watchJob } from './jobs.ts'
import { refreshLists, refreshTargets } from './live/refresh.ts'
import { beginOperation } from './operations.ts'
import type { Accepted, ChangeOptions } from './rows.ts'
import { read, request, type Method } from './transport.ts'

export type Touched = readonly Target[]

export interface Change {
  readonly method: Exclude<Method, 'GET'>
  readonly path: string
  readonly body?: unknown
  readonly options: ChangeOptions
  /** objects that are different afterwards */
  readonly touches: Touched
  /** kinds whose lists gain or lose rows */
  readonly listsOf: readonly EntityType[]
}

/**
 * Asks the engine for a change. Refreshes what it touches when the engine accepted it, and again when its job ended.
 * Out: correlation id, job id where the engine names one, id of a created object. Throws EngineFault when refused.
 */
export async function submit({ method, path, body, options, touches, listsOf }: Change): Promise<Accepted> {
  const answer = await request(method, path, { body, query: options.query, correlationId: options.correlationId })
  const accepted = toAccepted(answer)
  const refresh = () => {
    refreshLists(listsOf)
    refreshTargets(touches)
  }
  refresh()
  const [type] = listsOf
  const targets = accepted.id !== undefined && type !== undefined ? [{ type, id: accepted.id }, ...touches] : touches
  const follow = (jobId: string) => {
    beginOperation({ jobId, correlationId: accepted.correlationId, targets })
    watchJob(jobId, refresh)
  }
  if (accepted.jobId !== undefined) follow(accepted.jobId)
  else if (answer.status === 202 && !connection().filtered()) void findJob(accepted.correlationId).then((jobId) => jobId && follow(jobId))
  return accepted
}

/** Creations name no job; administrators find it by the correlation id. Undefined when it cannot be found. */
async function findJob(correlationId: string): Promise<string | undefined> {
  try {
    const answer = await read<{ readonly job?: readonly { readonly id?: string }[] }>('jobs', { query: { search: `correlation_id=${correlationId}`, max: 1 } })
    return answer.job?.[0]?.id
  } catch {
    return undefined // the object itself shows its progress by its status
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const idIn = (value: unknown): string | undefined => (isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined)

/** Actions and removals carry a job; a created object is itself the answer, and 202 may come without a body. */
export function toAccepted({ body, correlationId, status }: Awaited<ReturnType<typeof request>>): Accepted {
  const jobId = isObject(body) ? idIn(body['job']) : undefined
  const isAction = isObject(body) && (jobId !== undefined || body['status'] === 'complete' || 'async' in body)
  const id = (status === 201 || status === 202) && !isAction ? idIn(body) : undefined
  return { correlationId, ...(jobId === undefined ? {} : { jobId }), ...(id === undefined ? {} : { id }) }
}
