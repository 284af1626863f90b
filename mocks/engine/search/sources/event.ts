/** Events as searches see them. Source of the columns: searchbackend, AuditLogConditionFieldAutoCompleter. */
import type { EventRow } from '../../rows.ts'
import type { Source } from '../source.ts'

export const event: Source<EventRow> = {
  object: 'event',
  cells: {
    audit_log_id: (row) => row.index,
    type: (row) => row.code,
    severity: (row) => row.severity,
    message: (row) => row.description,
    time: (row) => row.time,
    usrname: (row) => row.refs.user?.name,
    event_host: (row) => row.refs.host?.name,
    event_vm: (row) => row.refs.vm?.name,
    event_template: (row) => row.refs.template?.name,
    event_storage: (row) => row.refs.storage_domain?.name,
    event_datacenter: (row) => row.refs.data_center?.name,
    correlation_id: (row) => row.correlation_id,
    origin: (row) => row.origin,
    custom_event_id: (row) => row.custom_id,
    deleted: (row) => row.removed ?? false,
    _event_vm_id: (row) => row.refs.vm?.id,
    _event_template_id: (row) => row.refs.template?.id,
    _event_host_id: (row) => row.refs.host?.id,
    _event_datacenter_id: (row) => row.refs.data_center?.id,
  },
}
