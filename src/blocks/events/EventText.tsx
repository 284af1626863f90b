import { useQuery } from '@tanstack/react-query'
import type { Event } from '../../domain/event.ts'
import { loadEventTemplates, toEventText } from '../../i18n/engineWords/eventText.ts'
import { useText } from '../../i18n/text.ts'

/** What happened, in the user's language where a sentence for the event's code exists, else in the engine's words. */
export const EventText = ({ event }: { readonly event: Pick<Event, 'code' | 'description' | 'refs'> }) => {
  const { language } = useText()
  const { data: templates } = useQuery({ queryKey: ['words', 'events', language], queryFn: () => loadEventTemplates(language), staleTime: Infinity })
  const { text, original } = toEventText(event, templates)
  return <bdi title={event.description} {...(original ? { 'data-original': true, lang: 'en' } : {})}>{text}</bdi>
}
