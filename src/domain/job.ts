import type { Ref } from './entity.ts'

/** Work of the engine; it has no target object. Source: JobMapper.java. */
export interface Job {
  readonly id: string
  readonly name: string
  /** title in English */
  readonly description: string
  /** started, finished, failed, aborted, unknown, or a word we do not know */
  readonly status: string
  readonly owner?: Ref | undefined
  readonly startedAt?: number | undefined
  readonly endedAt?: number | undefined
  readonly updatedAt?: number | undefined
  readonly external: boolean
  readonly autoCleared: boolean
  /** in order of their numbers; empty in the view of users, who may not read them */
  readonly steps: readonly Step[]
}

/** Source: StepMapper.java. */
export interface Step {
  readonly id: string
  readonly name: string
  readonly description: string
  /** validating, executing, finalizing, … */
  readonly type: string
  readonly status: string
  readonly number: number
  readonly parentId?: string | undefined
  readonly progressPercent?: number | undefined
  readonly startedAt?: number | undefined
  readonly endedAt?: number | undefined
}

/** Does the engine still work on it? Everything but `started` is an end, words we do not know included. */
export const isRunningJob = ({ status }: { readonly status: string }): boolean => status === 'started'

/** Did it end badly? `unknown` means that the engine lost track, which nobody should take for success. */
export const isFailedJob = ({ status }: { readonly status: string }): boolean => ['failed', 'aborted', 'unknown'].includes(status)
