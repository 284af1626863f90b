/**
 * Operations that go on over time. Their work is data in the schedule: object, job, and the mark that the object carried when it began.
 * A later operation leaves a new mark, which makes all older work void; that is how a power-off overtakes a start.
 */
import { jobHandle } from '../jobs.ts'
import { emit, type EventDetails } from '../events.ts'
import { onTask, type Task, type World } from '../world.ts'
import type { HostRow, UserRow, VmRow } from '../rows.ts'

/** Who caused an operation: kept through all of its events. */
export interface Cause {
  readonly jobId: string
  readonly correlationId: string
  /** absent: the engine itself */
  readonly userId?: string | undefined
}
type Args = Task['args']
export const text = (args: Args, name: string): string => String(args[name] ?? '')

const causeArgs = ({ jobId, correlationId, userId }: Cause): Args => ({ job: jobId, correlation: correlationId, user: userId })
export const causeOf = (args: Args): Cause => ({
  jobId: text(args, 'job'), correlationId: text(args, 'correlation'), ...(args['user'] !== undefined && { userId: text(args, 'user') }),
})
/** A cause without job or user: what the engine does by itself. */
export const bySystem = (world: World): Cause => ({ jobId: '', correlationId: world.newId() })

type References = NonNullable<EventDetails['refs']>
/** Writes an event of an operation, with its correlation id and the user's name. */
export function tell(world: World, name: string, cause: Cause, refs: References, vars: Readonly<Record<string, string | number>> = {}): void {
  const user: UserRow | undefined = cause.userId === undefined ? undefined : world.tables.users.get(cause.userId)
  emit(world, name, { refs, vars, correlationId: cause.correlationId, ...(user && { user }) })
}

/** Ends the job of an operation, if it has one. */
export function endJob(world: World, { jobId }: Pick<Cause, 'jobId'>, ok: boolean): void {
  if (jobId !== '') jobHandle(world, jobId).end(ok)
}

/** Marks a VM or a host with a new operation; what older ones have scheduled is void from now on. */
export function markVm(world: World, vmId: string): string {
  const mark = world.newId()
  world.tables.vms.change(vmId, (vm) => { vm.hidden.operation = mark })
  return mark
}
export function markHost(world: World, hostId: string): string {
  const mark = world.newId()
  world.tables.hosts.change(hostId, (host) => { host.hidden.operation = mark })
  return mark
}

/** Schedules the next part of the operation that the VM is marked with. */
export function laterForVm(world: World, vm: VmRow, delaySeconds: number, run: string, cause: Cause, more: Args = {}): void {
  world.schedule(delaySeconds, run, { ...more, ...causeArgs(cause), vm: vm.id, mark: vm.hidden.operation })
}
export function laterForHost(world: World, host: HostRow, delaySeconds: number, run: string, cause: Cause, more: Args = {}): void {
  world.schedule(delaySeconds, run, { ...more, ...causeArgs(cause), host: host.id, mark: host.hidden.operation })
}

/** Registers a part of a VM's operation. A void part ends its job as failed and does nothing. */
export function onVmTask(run: string, handler: (world: World, vm: VmRow, cause: Cause, args: Args) => void): void {
  onTask(run, (world, args) => {
    const vm = world.tables.vms.get(text(args, 'vm'))
    if (vm && vm.hidden.operation === args['mark']) handler(world, vm, causeOf(args), args)
    else endJob(world, causeOf(args), false)
  })
}
export function onHostTask(run: string, handler: (world: World, host: HostRow, cause: Cause, args: Args) => void): void {
  onTask(run, (world, args) => {
    const host = world.tables.hosts.get(text(args, 'host'))
    if (host && host.hidden.operation === args['mark']) handler(world, host, causeOf(args), args)
    else endJob(world, causeOf(args), false)
  })
}

/** Objects whose name begins so fail in their asynchronous part. */
export const isToFail = ({ name }: { readonly name: string }): boolean => name.startsWith('fail-')
