import type { EntityType, Target } from '../domain/entity.ts'
import { watchJob } from './jobs.ts'
import { refreshLists, refreshTargets } from './live/refresh.ts'
import { beginOperation } from './operations.ts'
import type { Accepted, ChangeOptions } from './rows.ts'
import { request, type Method } from './transport.ts'

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
  if (accepted.jobId !== undefined) {
    beginOperation({ jobId: accepted.jobId, correlationId: accepted.correlationId, targets: touches })
    watchJob(accepted.jobId, refresh)
  }
  return accepted
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const idIn = (value: unknown): string | undefined => (isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined)

/** Actions and removals carry a job; a created object is itself the answer, and 202 may come without a body. */
function toAccepted({ body, correlationId, status }: Awaited<ReturnType<typeof request>>): Accepted {
  const jobId = isObject(body) ? idIn(body['job']) : undefined
  const isAction = isObject(body) && (jobId !== undefined || body['status'] === 'complete' || 'async' in body)
  const id = (status === 201 || status === 202) && !isAction ? idIn(body) : undefined
  return { correlationId, ...(jobId === undefined ? {} : { jobId }), ...(id === undefined ? {} : { id }) }
}
