import { accountEvents } from './accountEvents.en.ts'
import { hostEvents } from './hostEvents.en.ts'
import { infrastructureEvents } from './infrastructureEvents.en.ts'
import { templateEvents } from './templateEvents.en.ts'
import { vmEvents } from './vmEvents.en.ts'
import type { EventTemplates } from './eventTemplates.ts'

export const templates: EventTemplates = {
  byCode: { ...vmEvents, ...templateEvents, ...hostEvents, ...infrastructureEvents, ...accountEvents },
  system: 'the system',
}
