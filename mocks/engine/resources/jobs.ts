/** Jobs and steps over REST, those of other programs included. Source: BackendJobsResource, JobMapper, StepMapper, EndExternalJobCommand. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, PlainFault, refuse, refuseToUsers } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { removeJob } from '../housekeeping.ts'
import { addStep, endJob, endStep } from '../jobs.ts'
import { theSystem } from '../permissions.ts'
import { collection, onAction, rowOf } from '../registry.ts'
import { registerSearcher } from '../searchers.ts'
import type { JobRow, StepRow } from '../rows.ts'

/** Commands on external tasks need one permit, and the job must be external. */
function runExternal(call: Call, name: string, job: JobRow | undefined, execute: () => void): void {
  runCommand(call, {
    name, permit: 'inject_external_tasks', on: [theSystem], execute,
    validate: () => { if (job && !job.external) refuse('ACTION_TYPE_NOT_EXTERNAL') },
  })
}

/** Filtered callers may read a single job only: their own. */
const find = ({ world, filtered, user }: Call, id: string) => {
  const job = world.tables.jobs.get(id)
  return filtered && job?.owner?.id !== user.id ? undefined : job
}

/** The one thing jobs are found by, and only when it is a UUID. Source: JobConditionFieldAutoCompleter. */
registerSearcher('jobs', (world, text, { max }) => {
  const [, wanted] = /^\s*(?:jobs?\s*:)?\s*correlation_id\s*=\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/i.exec(text) ?? []
  if (wanted === undefined) throw new PlainFault(400, 'Operation Failed', '[Jobs are searched as correlation_id = UUID]')
  return newestFirst(world.tables.jobs.by('correlation', wanted)).slice(0, max).map(({ id }) => id)
})
const newestFirst = (jobs: Iterable<JobRow>) => [...jobs].sort((one, other) => other.start_time - one.start_time)

collection('jobs', {
  type: 'Job', search: 'jobs', find,
  list: (call) => {
    if (call.filtered) refuseToUsers()
    return newestFirst(call.world.tables.jobs.all())
  },
  show: ({ correlation_id: _correlation, ...job }): Model.Job => job,
  add: (call) => {
    const { description = '', auto_cleared = false } = bodyOf<Model.Job>(call)
    const now = call.world.now()
    const row: JobRow = {
      id: call.world.newId(), description, auto_cleared, external: true, status: 'started', start_time: now, last_updated: now,
      correlation_id: call.correlationId, owner: { id: call.user.id },
    }
    runExternal(call, 'AddExternalJob', undefined, () => { call.world.tables.jobs.insert(row) })
    return row
  },
})
onAction('jobs', 'end', (call) => {
  const job = rowOf(call, 'jobs')
  const { succeeded = true, force = false } = bodyOf<Model.Action>(call)
  runExternal(call, 'EndExternalJob', job, () => endJob(call.world, job.id, force ? 'aborted' : succeeded ? 'finished' : 'failed'))
})
onAction('jobs', 'clear', (call) => {
  const job = rowOf(call, 'jobs')
  runExternal(call, 'ClearExternalJob', job, () => removeJob(call.world, job.id))
})

collection('jobs/steps', {
  type: 'Step', filtered: 'refused',
  list: ({ world, ids }) => [...world.tables.steps.by('jobId', ids[0] ?? '')].sort((one, other) => one.start_time - other.start_time || Number(one.parentId !== undefined) - Number(other.parentId !== undefined) || one.number - other.number),
  find: ({ world, ids }, id) => {
    const step = world.tables.steps.get(id)
    return step?.jobId === ids[0] ? step : undefined
  },
  show: (row): Model.Step => {
    const { jobId, parentId, ...step } = row
    return { ...step, job: { id: jobId }, ...(parentId !== undefined && { parent_step: { id: parentId } }) }
  },
  add: (call) => {
    const job = rowOf(call, 'jobs')
    const { description = '', type = 'executing', parent_step } = bodyOf<Model.Step>(call)
    const added: StepRow[] = []
    runExternal(call, 'AddExternalStep', job, () => {
      added.push(addStep(call.world, { jobId: job.id, description, type, external: true, ...(parent_step?.id !== undefined && { parentId: parent_step.id }) }))
    })
    return added[0] ?? refuse('ACTION_TYPE_NO_STEP')
  },
})
onAction('jobs/steps', 'end', (call) => {
  const step = rowOf(call, 'steps')
  const { succeeded = true } = bodyOf<Model.Action>(call)
  runExternal(call, 'EndExternalStep', rowOf(call, 'jobs', 1), () => endStep(call.world, step.id, succeeded))
})
