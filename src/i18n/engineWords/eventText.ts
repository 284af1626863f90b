import type { Event, EventSubject } from '../../domain/event.ts'
import type { Language } from '../language.ts'
import type { EventTemplates } from './eventTemplates.ts'

export interface EventText {
  readonly text: string
  /** shown as the engine stored it, in English */
  readonly original: boolean
}

/** Sentences of a language, one chunk each; the engine stores events in English only. */
export const loadEventTemplates = async (language: Language): Promise<EventTemplates> =>
  (language === 'zh-CN' ? await import('./events.zh.ts') : await import('./events.en.ts')).templates

const place = /\{(\w+)\}/g
/** AuditLogDirector writes this for the user when a command of the engine itself did it. */
const systemUser = /\bSYSTEM\b/

/**
 * An event in the user's language. Codes without a sentence, sentences whose objects the event does not name (filtered, gone)
 * and languages not loaded yet give the original description.
 */
export function toEventText({ code, description, refs }: Pick<Event, 'code' | 'description' | 'refs'>, templates: EventTemplates | undefined): EventText {
  const template = templates?.byCode[code]
  if (templates === undefined || template === undefined) return { text: description, original: true }
  const { system } = templates
  const names: Readonly<Partial<Record<string, { readonly name?: string }>>> = refs satisfies Partial<Record<EventSubject, unknown>>
  let isComplete = true
  const text = template.replaceAll(place, (_, kind: string, at: number) => {
    const name = names[kind]?.name
    if (name !== undefined && name !== '') return name
    if (kind === 'user' && systemUser.test(description)) return at === 0 ? system.charAt(0).toUpperCase() + system.slice(1) : system
    isComplete = false
    return ''
  })
  return isComplete ? { text, original: false } : { text: description, original: true }
}
