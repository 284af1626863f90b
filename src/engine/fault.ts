/**
 * What went wrong, in words a screen can act on:
 * refused: the engine says no for a reason it names; forbidden: no permission; unauthenticated: no session or a dead one;
 * missing: no such object; unreachable: nobody answers, or the gateway says so; broken: an answer nobody can use.
 */
export type FaultKind = 'refused' | 'forbidden' | 'unauthenticated' | 'missing' | 'unreachable' | 'broken'

export interface FaultFacts {
  readonly kind: FaultKind
  /** HTTP status; 0 when there was no answer */
  readonly status: number
  readonly reason?: string | undefined
  readonly detail?: string | undefined
  readonly correlationId?: string | undefined
}

/** A failed request. Carries no request headers or bodies, so that neither tokens nor passwords reach a report. */
export class EngineFault extends Error {
  readonly kind: FaultKind
  readonly status: number
  readonly reason: string
  readonly detail: string
  /** detail taken apart: one entry per message of the engine, in the language we asked for */
  readonly messages: readonly string[]
  readonly correlationId: string | undefined

  constructor({ kind, status, reason = '', detail = '', correlationId }: FaultFacts) {
    super(detail || reason || `${kind} (${status})`)
    this.name = 'EngineFault'
    this.kind = kind
    this.status = status
    this.reason = reason
    this.detail = detail
    this.messages = splitDetail(detail)
    this.correlationId = correlationId
  }
}

export const isEngineFault = (error: unknown, kind?: FaultKind): error is EngineFault =>
  error instanceof EngineFault && (kind === undefined || error.kind === kind)

/**
 * `[First sentence., Second, with a comma.]` → two messages. The engine prints a Java list, so only a comma after the end
 * of a sentence separates. Source: BaseBackendResource.java, ErrorMessageHelper.java.
 */
function splitDetail(detail: string): readonly string[] {
  const text = detail.trim()
  if (text === '') return []
  if (!text.startsWith('[') || !text.endsWith(']')) return [text]
  return text
    .slice(1, -1)
    .split(/(?<=[.。!?！？]),\s*/u)
    .map((message) => message.trim())
    .filter((message) => message !== '')
}

/** HTTP status of a failed request → kind. 500 with a fault is the engine's own trouble, 502 to 504 is a gateway's word. */
export function toFaultKind(status: number): FaultKind {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  if (status >= 502 && status <= 504) return 'unreachable'
  if (status === 400 || status === 409 || status === 422) return 'refused'
  return 'broken'
}
