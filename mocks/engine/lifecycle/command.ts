/** Commands on VMs and hosts: one way from a request to an operation that goes on after the answer. */
import type { Call, JobHandle } from '../call.ts'
import { runCommand } from '../command.ts'
import { releaseLocks } from '../jobs.ts'
import type { PermissionObject } from '../rows.ts'
import type { Cause } from './operation.ts'

export interface LifecycleCommand {
  /** ActionType of the engine */
  readonly name: string
  readonly permit: string
  readonly on: { readonly type: PermissionObject; readonly id: string }
  /** title of the job; absent = not monitored */
  readonly job?: string
  /** the lock stays until the job ends; otherwise only the request holds it, so that a running operation can be overtaken */
  readonly keepsLock?: boolean
  /** the work is done when `execute` returns */
  readonly atOnce?: boolean
  readonly validate: () => void
  readonly execute: (cause: Cause, job: JobHandle) => void
}

/** Runs the command; its operation ends the job. */
export function runLifecycle(call: Call, { name, permit, on, job: title, keepsLock = false, atOnce = false, validate, execute }: LifecycleCommand): void {
  runCommand(call, {
    name, permit, on: [on], locks: [on.id], ...(title !== undefined && { job: title }), validate,
    execute: (job) => {
      if (!atOnce) job.goesOn()
      if (!atOnce && !keepsLock) releaseLocks(call.world, job.id)
      execute({ jobId: job.id, correlationId: call.correlationId, userId: call.user.id }, job)
      // Without a job nobody would ever end it: the lock of an unmonitored command lasts for the request.
      if (title === undefined) job.end(true)
    },
  })
}
