/**
 * One request on its way through the engine, and how handlers answer it.
 * Handlers return model-typed bodies with native values; the codec makes the wire form, adds href, link and actions.
 */
import type { PermissionObject, UserRow } from './rows.ts'
import type { World } from './world.ts'

export interface Call {
  readonly world: World
  readonly user: UserRow
  /** `Filter: true` or a user without administrator role: sees and does only what permissions give */
  readonly filtered: boolean
  readonly allContent: boolean
  readonly correlationId: string
  readonly language: string
  /** query, then the matrix parameters of the last segment */
  readonly query: URLSearchParams
  /** words of `detail=`: `size`, `current_graphics_consoles`; `statistics` and `-main` are done for you */
  readonly details: ReadonlySet<string>
  /** path without ids: `vms/nics`; for an action that of its object */
  readonly place: string
  /** ids of the path in order: `/vms/{id}/nics/{id}` gives two */
  readonly ids: readonly string[]
  /** `/ovirt-engine/api`, with the version segment when the request had one */
  readonly base: string
  /** decoded body: native numbers and booleans, plain lists; checked against the model */
  readonly body: Readonly<Record<string, unknown>>
  /** what the handlers leave for the answer: the job that runCommand made */
  readonly trace: { jobId?: string }
}

/** The decoded body with the model's type, for `const { name, ranges } = bodyOf<Model.MacPool>(call)`. */
export function bodyOf<Body extends object>(call: Call): Partial<Body> {
  // The codec has decoded the body against this very type of the model and refused everything else.
  return call.body as Partial<Body>
}

/** The object asked for is not there: 404 with an empty body. */
export class NotFound extends Error {}
export const notFound = (): never => { throw new NotFound('no such object') }

/** A fault that is none of the engine's codes: wrong syntax, missing inputs, a query not meant for users. */
export class PlainFault extends Error {
  readonly status: number
  readonly reason: string
  constructor(status: number, reason: string, detail: string) {
    super(detail)
    this.status = status
    this.reason = reason
  }
}

/** One reason why the engine refuses; `code` is an EngineMessage of mocks/golden/errorCodes.json. */
export interface RefusalReason { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

/** Thrown by validation: becomes a fault with status by the codes' error types (400 beats 409 beats 500 beats 403). */
export class Refusal extends Error {
  readonly reasons: readonly RefusalReason[]
  constructor(...reasons: readonly RefusalReason[]) {
    super(reasons.map(({ code }) => code).join(', '))
    this.reasons = reasons
  }
}
export const refuse = (code: string, params?: RefusalReason['params']): never => {
  throw new Refusal(params ? { code, params } : { code })
}

/**
 * A command of the engine: order of evaluation is locks, permission, validation, then execution (transitions.json, general_rules).
 * A refused command leaves a job that failed in its validating step when it is monitored.
 */
export interface Command {
  /** ActionType of the engine, such as RunVm */
  readonly name: string
  /** ActionGroup in lower case */
  readonly permit: string
  /** objects the permit is judged on; every one must give it */
  readonly on: readonly { readonly type: PermissionObject; readonly id: string }[]
  /** exclusive locks, by object id; taken for the request, or until `release` when the work goes on */
  readonly locks?: readonly string[]
  /** title of the job as the engine words it in English; absent = not monitored */
  readonly job?: string
  /** throws Refusal */
  readonly validate?: () => void
  /** does the work, or its beginning; goes on through `world.schedule` with the job's id */
  readonly execute: (job: JobHandle) => void
}

/** The job of a running command. Ids are data: tasks carry `id` and find it again with `jobHandle(world, id)`. */
export interface JobHandle {
  readonly id: string
  readonly correlationId: string
  /** adds a sub-step of executing; returns its id */
  step(description: string, type?: 'executing' | 'finalizing'): string
  progress(stepId: string, percent: number): void
  endStep(stepId: string, ok: boolean): void
  /** work goes on after the answer: the job stays started and the locks held until `end` */
  goesOn(): void
  end(ok: boolean): void
}

/** A query that is not meant for users. Source: QueriesCommandBase. */
export const refuseToUsers = (): never => { throw new PlainFault(400, 'Operation Failed', 'Query execution failed due to insufficient permissions.') }

/** Body of an answer before it becomes text. `undefined` = empty. */
export interface Answer { readonly status: number; readonly body?: object | undefined; readonly headers?: Readonly<Record<string, string>> }
