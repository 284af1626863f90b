/** POST, PUT and DELETE. */
import type { Answer, Call } from './call.ts'
import { NotFound, Refusal } from './call.ts'
import { encodeBody, typeNamed } from './encode.ts'
import type { Wire } from './encode.ts'
import { faultOf } from './faults.ts'
import { booleanParameter } from './parameters.ts'
import { pathOf, present } from './present.ts'
import { resolve } from './read.ts'
import { actionAt } from './registry.ts'
import type { Entry, Mounted } from './registry.ts'
import type { Route } from './route.ts'

export function answerWrite(call: Call, route: Route, method: string): Answer {
  if (route.action !== undefined) return act(call, route, route.action)
  const { mounted, entry } = resolve(call, route, method === 'POST')
  if (method === 'POST') return add(call, mounted)
  if (!entry) return { status: 405 }
  return method === 'PUT' ? update(call, mounted, entry) : remove(call, mounted, entry)
}

const jobOf = ({ base, trace }: Call) => trace.jobId === undefined ? {} : { job: { href: `${base}/jobs/${trace.jobId}`, id: trace.jobId } }

/** 201 with Location, or 202 with how far it is. Source: AbstractBackendCollectionResource. */
function add(call: Call, mounted: Mounted): Answer {
  if (!mounted.add) return { status: 405 }
  const { entry, status } = mounted.add(call)
  const wire = present({ ...call, allContent: true, details: new Set() }, mounted, entry)
  const href = `${call.base}/${pathOf(call.place, [...call.ids, entry.id])}`
  if (status !== 'in_progress') return { status: 201, body: wire, headers: { Location: href } }
  return { status: 202, body: withCreation(wire, href, call.trace.jobId ?? entry.id) }
}
function withCreation(wire: Wire, href: string, id: string): Wire {
  const links: readonly unknown[] = Array.isArray(wire.link) ? wire.link : []
  const creation = { href: `${href}/creation_status/${id}`, rel: 'creation_status' }
  return { ...wire, creation_status: 'in_progress', link: [...links, creation] }
}

function update(call: Call, mounted: Mounted, entry: Entry): Answer {
  if (!mounted.updates) return { status: 405 }
  const above = { ...call, ids: call.ids.slice(0, -1) }
  const changed = entry.update(above)
  return { status: 200, body: present({ ...above, allContent: true, details: new Set() }, mounted, changed.entry) }
}

/** Removing answers an action body; `async=true` a 202 without one. Source: BackendResource.performAction. */
function remove(call: Call, mounted: Mounted, entry: Entry): Answer {
  if (!mounted.removes) return { status: 405 }
  entry.remove({ ...call, ids: call.ids.slice(0, -1) })
  return booleanParameter(call.query, 'async') ? { status: 202 } : { status: 200, body: { ...jobOf(call), status: 'complete' } }
}

/** Source: AbstractBackendActionableResource: inputs are echoed, the object follows under its type's name. */
function act(call: Call, route: Route, name: string): Answer {
  const handler = actionAt(route.place, name)
  const { mounted, entry } = resolve(call, route, true)
  if (!handler) throw new NotFound(name)
  try {
    const answer = handler(call, entry?.id ?? '') ?? {}
    const { status, ...members } = answer
    const wire = encodeBody('Action', { ...call.body, ...members }, call.base)
    if (status === 'none') return { status: 200, body: encodeBody('Action', members, call.base) }
    if (status === 'in_progress' || booleanParameter(call.query, 'async') || call.body.async === true) return { status: 202, body: { ...wire, ...accepted(call, name, entry) } }
    return { status: 200, body: { ...wire, ...jobOf(call), status: 'complete', ...(entry && { [typeNamed(mounted.type).tag]: outlineOf(call, mounted, entry) }) } }
  } catch (error) {
    const isBare = name === 'ticket' || route.place === 'imagetransfers'
    const known = error instanceof Refusal && !isBare ? faultOf(error, call.language) : undefined
    if (!known) throw error
    return { status: known.status, body: { status: 'failed', fault: known.fault } }
  }
}

function accepted(call: Call, name: string, entry: Entry | undefined): Wire {
  const parent = `${call.base}/${pathOf(call.place, call.ids)}`
  const id = call.trace.jobId ?? entry?.id ?? ''
  return {
    async: 'true', ...jobOf(call), status: 'in_progress',
    link: [{ href: parent, rel: 'parent' }, { href: `${parent}/${name}`, rel: 'replay' }],
    href: `${parent}/${name}/${id}`, id,
  }
}

/** The object an action was for: href, id, links and actions only. */
function outlineOf(call: Call, mounted: Mounted, entry: Entry): Wire {
  const { href, id, link, actions } = present({ ...call, ids: call.ids.slice(0, -1), query: new URLSearchParams(), details: new Set(['-main']) }, mounted, entry)
  return { ...(actions !== undefined && { actions }), ...(link !== undefined && { link }), href, id }
}
