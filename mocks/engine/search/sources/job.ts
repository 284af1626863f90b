import type { JobRow } from '../../rows.ts'
import type { Source } from '../source.ts'

/** Jobs as searches see them: by correlation id only, which must be a UUID. Source: searchbackend, JobConditionFieldAutoCompleter. */
export const job: Source<JobRow> = {
  object: 'job',
  cells: { correlation_id: (row) => row.correlation_id, start_time: (row) => row.start_time },
}
