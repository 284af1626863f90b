import type { Event } from '../../domain/event.ts'

/** What happened, in the user's language where a sentence for the event's code exists, else in the engine's words. */
export const EventText = ({ event }: { readonly event: Event }) => <bdi data-original title={event.description}>{event.description}</bdi>
