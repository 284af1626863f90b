import type { EntityType, Ref } from './entity.ts'

/** An entry of the event log; text in English, as the engine stores it. Source: EventMapper.java. */
export interface Event {
  readonly id: string
  /** equals the id; grows with every event */
  readonly index: number
  readonly code: number
  /** normal, warning, error, alert */
  readonly severity: string
  readonly time: number
  readonly description: string
  readonly correlationId?: string | undefined
  readonly origin?: string | undefined
  readonly customData?: string | undefined
  /** number that whoever added the event gave it; see `origin` */
  readonly customId?: number | undefined
  /** objects it speaks of, with their names at that time */
  readonly refs: Readonly<Partial<Record<EventSubject, Ref>>>
}

/** Kinds of objects an event refers to. */
export const eventSubjects = ['cluster', 'data_center', 'host', 'storage_domain', 'template', 'user', 'vm'] as const satisfies readonly EntityType[]
export type EventSubject = (typeof eventSubjects)[number]
