import type { EntityType, Target } from '../../domain/entity.ts'
import { eventSubjects, type Event, type EventSubject } from '../../domain/event.ts'

/**
 * Events after which the lists of a kind are read anew: rows came or went, or a row changed of a kind that events do not
 * refer to. Source: AuditLogType.java.
 */
const structural: readonly (readonly [EntityType, readonly number[]])[] = [
  ['vm', [34, 37, 53, 113, 1130, 302, 304, 306, 308, 1152]],
  // 204 names the new storage manager of a data center, not the one that lost the role
  ['host', [42, 44, 204]],
  ['template', [48, 29, 51, 50, 251, 1158]],
  ['vm_pool', [302, 304, 321]],
  ['cluster', [809, 813]],
  ['data_center', [950, 954]],
  ['storage_domain', [956, 960, 962, 964, 1002]],
  ['disk', [78, 97, 80, 2016, 2018, 2020, 2021, 2036, 2038, 2044, 86]],
  ['network', [942, 944, 946, 948, 1114]],
  ['vnic_profile', [1122, 1126, 1124]],
  ['user', [325]],
  ['group', [408]],
  ['role', [854, 858, 864, 856]],
  ['tag', [432, 434, 430]],
  ['bookmark', [350, 354, 352]],
  ['affinity_group', [10350, 10352, 10354]],
  ['affinity_label', [10380, 10382, 10384]],
  ['mac_pool', [10700, 10702, 10704]],
  ['permission', [850, 852, 866, 868]],
]

/** What a batch of events touches: objects to read again, and kinds whose lists changed. */
export interface Touch { readonly targets: readonly Target[]; readonly lists: readonly EntityType[] }

/**
 * Subjects that an event only mentions, because others of its subjects lie below them: what happens to a VM leaves its
 * cluster as it was. Hosts count the VMs on them, and data centers follow their hosts.
 */
const mentionedBeside: Readonly<Partial<Record<EventSubject, readonly EventSubject[]>>> = {
  cluster: ['vm', 'template', 'host'],
  data_center: ['vm', 'template'],
  template: ['vm'],
  user: ['vm', 'template', 'host', 'cluster', 'data_center', 'storage_domain'],
}

/** The objects events speak of, each once, and the kinds of which something was created or removed. */
export function toTouch(events: readonly Event[]): Touch {
  const targets = new Map<string, Target>()
  const lists = new Set<EntityType>()
  for (const { code, refs } of events) {
    for (const type of eventSubjects) {
      const id = refs[type]?.id
      const isMentioned = mentionedBeside[type]?.some((below) => refs[below] !== undefined)
      if (id !== undefined && !isMentioned) targets.set(`${type} ${id}`, { type, id })
    }
    for (const [type, codes] of structural) if (codes.includes(code)) lists.add(type)
  }
  return { targets: [...targets.values()], lists: [...lists] }
}
