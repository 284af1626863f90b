/** Events, people and the rest. Source: searchbackend, *ConditionFieldAutoCompleter and *CrossRefAutoCompleter. */
import { instancetype } from './computeObjects.ts'
import { date, exactNumber, hiddenText, oneOfOrdered, otherText, text, unlisted, unusableText, uuid, yesNo, type SearchObject } from './field.ts'

export const event = {
  prefixes: ['event', 'events'],
  relations: ['vm', 'host', 'template', 'user', 'cluster', 'volume', 'quota'],
  relationWords: ['vms', 'templates', 'users', 'clusters', 'volumes', 'quota'],
  defaultSort: [['audit_log_id', 'desc']],
  fields: {
    type: exactNumber,
    severity: oneOfOrdered('normal', 'warning', 'error', 'alert'),
    message: text,
    time: date,
    usrname: text,
    event_host: text,
    event_vm: text,
    event_template: text,
    event_storage: text,
    event_datacenter: text,
    event_volume: text,
    correlation_id: text,
    origin: text,
    custom_event_id: exactNumber,
    deleted: yesNo,
    _event_vm_id: hiddenText,
    _event_template_id: hiddenText,
    _event_storage_id: unusableText,
    _event_host_id: hiddenText,
    _event_datacenter_id: hiddenText,
    _event_quota_id: hiddenText,
    usrid: unusableText,
  },
} as const satisfies SearchObject

export const user = {
  prefixes: ['user', 'users'],
  relations: ['vm', 'host', 'template', 'event'],
  relationWords: ['vms', 'hosts', 'templates', 'events'],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    lastname: text,
    usrname: text,
    user_and_domain: text,
    login: text,
    directory: text,
    department: text,
    tag: text,
    pool: text,
    type: unlisted,
  },
} as const satisfies SearchObject

export const group = {
  prefixes: ['group', 'groups'],
  relations: [],
  relationWords: [],
  defaultSort: [['grpname', 'asc']],
  fields: {
    grpname: text,
    name: text,
  },
} as const satisfies SearchObject

export const session = {
  prefixes: ['session', 'sessions'],
  relations: [],
  relationWords: [],
  defaultSort: [['user_name', 'asc'], ['id', 'asc']],
  fields: {
    user_id: uuid,
    user_name: text,
    authz_name: text,
    source_ip: text,
    id: exactNumber,
  },
} as const satisfies SearchObject

export const job = {
  prefixes: ['job', 'jobs'],
  relations: [],
  relationWords: [],
  defaultSort: [['start_time', 'asc']],
  fields: {
    correlation_id: uuid,
  },
} as const satisfies SearchObject

/** Known to the language, used by nothing. */
export const imagetype = { ...instancetype, prefixes: ['imagetype', 'imagetypes'] } as const satisfies SearchObject

export const aduser = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    name: text,
    username: text,
    allnames: otherText,
    lastname: text,
    department: text,
    title: text,
  },
} as const satisfies SearchObject

export const adgroup = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    name: text,
    groupname: text,
    allnames: otherText,
  },
} as const satisfies SearchObject
