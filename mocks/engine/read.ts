/** GET: root, lists, single objects, and how far asynchronous requests are. */
import { NotFound, refuseToUsers } from './call.ts'
import type { Answer, Call } from './call.ts'
import { entriesOf, isVisible, pathOf, present } from './present.ts'
import { collectionAt } from './registry.ts'
import type { Entry, Mounted } from './registry.ts'
import { rootAnswer } from './root.ts'
import type { Route } from './route.ts'
import { typeNamed } from './encode.ts'

export function answerRead(call: Call, route: Route): Answer {
  if (route.place === '') return { status: 200, body: rootAnswer(call) }
  const { mounted, entry } = resolve(call, route)
  if (route.poll) return { status: 200, body: progressOf(call, route.poll) }
  if (entry) return { status: 200, body: present({ ...call, ids: call.ids.slice(0, -1) }, mounted, entry) }
  if (!mounted.list) return { status: 405 }
  const items = [...entriesOf(call, mounted)].map((row) => present(call, mounted, row))
  return { status: 200, body: items.length === 0 && !mounted.keepsEmpty ? {} : { [typeNamed(mounted.type).tag]: items } }
}

/**
 * The collection and, for an element, the row of a place; every object on the way must exist and be seen.
 * @param asCommand commands judge permits themselves: what a filtered caller may not see is no 404 there
 */
export function resolve(call: Call, { place, ids, element }: Pick<Route, 'place' | 'ids' | 'element'>, asCommand = false): { mounted: Mounted; entry: Entry | undefined } {
  const names = place.split('/')
  let entry: Entry | undefined
  let mounted: Mounted | undefined
  for (const [depth] of names.entries()) {
    const here = names.slice(0, depth + 1).join('/')
    mounted = collectionAt(here)
    if (!mounted) throw new NotFound(here)
    const id = ids[depth]
    const isLast = depth === names.length - 1
    if (call.filtered && !asCommand && isClosedToUsers(mounted, isLast && element)) refuseToUsers()
    entry = undefined
    if (id === undefined || (isLast && !element)) continue
    const there: Call = { ...call, place: here, ids: ids.slice(0, depth) }
    entry = mounted.find(there, id)
    if (!entry || (!asCommand && !isVisible(there, mounted, entry.id))) throw new NotFound(id)
  }
  if (!mounted) throw new NotFound(place)
  return { mounted, entry }
}
const isClosedToUsers = ({ filtered }: Mounted, isElement: boolean) => filtered === 'refused' || (filtered === 'list only' && isElement)

/** Ids of asynchronous requests are those of their jobs. Source: AsynchronouslyCreatedResource. */
function progressOf(call: Call, { kind, id }: { kind: string; id: string }): object {
  const job = call.world.tables.jobs.get(id)
  const status = job?.status === 'started' ? 'in_progress' : job === undefined || job.status === 'finished' ? 'complete' : 'failed'
  const parent = `${call.base}/${pathOf(call.place, call.ids)}`
  return { status, link: [{ href: parent, rel: 'parent' }], href: `${parent}/${kind}/${id}`, id }
}
