import { queryOptions } from '@tanstack/react-query'
import type { Job } from '../../domain/job.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { decodeJob } from '../jobs.ts'
import { defineResource } from '../resource.ts'

/** Jobs, in the order of their start (the engine sorts them by nothing else, and clears them after minutes); administrators only. */
export const jobs = defineResource<Job, Wire.Job>({
  type: 'job',
  path: 'jobs',
  element: 'job',
  decode: decodeJob,
  whole: true,
  transitional: ['started'],
  detailParams: { follow: 'steps' },
})

/** Jobs of one correlation id. Search insists on a UUID there (JobConditionFieldAutoCompleter). */
export const jobsOfCorrelation = (correlationId: string) =>
  queryOptions({
    queryKey: ['job', 'list', { search: `correlation_id=${correlationId}`, sort: '' }, 1, { trace: true }] as const,
    queryFn: ({ signal }) => jobs.readList({ search: `correlation_id=${correlationId}`, max: 100 }, signal),
  })
