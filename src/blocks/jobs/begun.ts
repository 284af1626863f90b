import { watchJob } from '../../engine/jobs.ts'
import type { Accepted } from '../../engine/resource.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { createStore } from '../../lib/store.ts'

/** Word per object on which this browser began something that still runs. */
const store = createStore<ReadonlyMap<string, MessageKey>>(new Map())
export const begun = store

/** Shows the word on the object until the job has ended. Operations of others carry no target in the API, so they show nothing. */
export const noteBegun = (id: string, doing: MessageKey, { jobId }: Accepted): void => {
  if (jobId === undefined) return
  store.set(new Map([...store.getSnapshot(), [id, doing]]))
  watchJob(jobId, () => {
    // A later operation on the same object keeps its own word.
    if (store.getSnapshot().get(id) !== doing) return
    const next = new Map(store.getSnapshot())
    next.delete(id)
    store.set(next)
  })
}
