import type { Target } from '../domain/entity.ts'
import { isFailedJob, type Job } from '../domain/job.ts'
import { createStore, type Readable } from '../lib/store.ts'
import { connection } from './connection.ts'
import { watchJob } from './jobs.ts'

/** Something begun in this browser: a job of the engine and what we know of it, which the job itself does not say. */
export interface Operation {
  readonly jobId: string
  readonly correlationId: string
  /** objects it changes; the first is the one acted on */
  readonly targets: readonly Target[]
  /** message keys, where whoever began it gave them: what it is called, and the word its rows show meanwhile */
  readonly title?: string | undefined
  readonly doing?: string | undefined
  /** name of the object acted on */
  readonly subject?: string | undefined
  readonly beganAt: number
  /** running, or how it ended; `gone`: the engine cleared the job before we saw its end */
  readonly state: 'running' | 'finished' | 'failed' | 'gone'
}

const store = createStore<readonly Operation[]>([])
/** Newest first; ended ones stay until they are dismissed or pushed out by newer ones. */
export const operations: Readable<readonly Operation[]> = store

const mostKept = 100
const failures = new Set<(operation: Operation, job: Job) => void>()

/** Tells each operation of this browser that failed, once. The answer stops it. */
export function onFailedOperation(listener: (operation: Operation, job: Job) => void): () => void {
  failures.add(listener)
  return () => void failures.delete(listener)
}

const change = (jobId: string, members: Partial<Operation>): void =>
  store.set(store.getSnapshot().map((operation) => (operation.jobId === jobId ? { ...operation, ...members } : operation)))

/** Notes an accepted change whose job goes on, and how that ends. */
export function beginOperation({ jobId, correlationId, targets }: Pick<Operation, 'jobId' | 'correlationId' | 'targets'>): void {
  if (store.getSnapshot().some((operation) => operation.jobId === jobId)) return
  store.set([{ jobId, correlationId, targets, beganAt: connection().clock.now(), state: 'running' } satisfies Operation, ...store.getSnapshot()].slice(0, mostKept))
  watchJob(jobId, (job) => {
    change(jobId, { state: job === undefined ? 'gone' : isFailedJob(job) ? 'failed' : 'finished' })
    const ended = store.getSnapshot().find((operation) => operation.jobId === jobId)
    if (job !== undefined && ended?.state === 'failed') for (const listener of failures) listener(ended, job)
  })
}

/** Gives an operation the words of the action that began it. */
export const describeOperation = (jobId: string, words: Pick<Operation, 'title' | 'doing' | 'subject'>): void => change(jobId, words)

/** Takes ended operations off the list: one, or all of them. */
export const dismissOperations = (jobId?: string): void =>
  store.set(store.getSnapshot().filter((operation) => operation.state === 'running' || (jobId !== undefined && operation.jobId !== jobId)))

/** Somebody else is here now: nothing was begun. */
export const forgetOperations = (): void => store.set([])

/** What this browser is doing to an object now. */
export const operationOn = (target: Target): Operation | undefined =>
  store.getSnapshot().find(({ state, targets: [first] }) => state === 'running' && first?.type === target.type && first.id === target.id)
