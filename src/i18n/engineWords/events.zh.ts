import { accountEvents } from './accountEvents.zh.ts'
import { hostEvents } from './hostEvents.zh.ts'
import { infrastructureEvents } from './infrastructureEvents.zh.ts'
import { templateEvents } from './templateEvents.zh.ts'
import { vmEvents } from './vmEvents.zh.ts'
import type { EventTemplates } from './eventTemplates.ts'

export const templates: EventTemplates = {
  byCode: { ...vmEvents, ...templateEvents, ...hostEvents, ...infrastructureEvents, ...accountEvents },
  system: '系统',
}
