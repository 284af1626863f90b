/** Runs a command as the engine does: locks, permission, validation, execution, job. Source: CommandBase.internalValidate. */
import { Refusal, refuse } from './call.ts'
import type { Call, Command, JobHandle } from './call.ts'
import { addStep, beginJob, endStep, jobHandle, longJobs } from './jobs.ts'
import { hasPermit } from './permissions.ts'

/**
 * Judges and runs `command`. Throws Refusal; a refused monitored command leaves a job that failed while validating.
 * The job becomes the answer's `job` link when it is the first of the request.
 */
export function runCommand(call: Call, command: Command): JobHandle {
  const { world, user, correlationId } = call
  const job = command.job === undefined
    ? jobHandle(world, world.newId())
    : beginJob(world, { description: command.job, correlationId, owner: { id: user.id } })
  if (command.job !== undefined) call.trace.jobId ??= job.id
  const validating = world.tables.steps.by('jobId', job.id)[0]?.id
  try {
    lock(call, command, job.id)
    if (!command.on.every((object) => hasPermit(world, user, command.permit, object))) refuse('USER_NOT_AUTHORIZED_TO_PERFORM_ACTION')
    command.validate?.()
  } catch (refusal) {
    if (validating !== undefined) endStep(world, validating, false)
    job.end(false)
    throw refusal
  }
  if (validating !== undefined) {
    endStep(world, validating, true)
    addStep(world, { jobId: job.id, description: 'Executing', type: 'executing' })
  }
  try {
    command.execute(job)
  } catch (failure) {
    job.end(false)
    throw failure
  }
  if (!longJobs(world).has(job.id)) job.end(true)
  return job
}

/** Takes all locks or none. A lock of this very job may be taken twice. */
function lock({ world, correlationId }: Call, { name, locks = [] }: Command, jobId: string): void {
  if (locks.some((object) => (world.locks.get(object)?.jobId ?? jobId) !== jobId)) throw new Refusal({ code: 'ACTION_TYPE_FAILED_OBJECT_LOCKED' })
  for (const object of locks) world.locks.set(object, { correlationId, command: name, jobId })
}
