import { readFileSync } from 'node:fs'
import { startEngine } from '../embeddedEngine.ts'
import { stopChild } from '../children.ts'
import { median, type Measures } from './budgets.ts'

export interface RunningEngine {
  readonly url: URL
  readonly measures: Measures
  /** bearer token of the administrator */
  readonly token: string
  readonly stop: () => Promise<void>
}

/** Resident memory of a process in MB; Linux only, undefined elsewhere. */
function memoryMB(pid: number): number | undefined {
  try {
    const kB = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kB === undefined ? undefined : Number(kB) / 1000
  } catch {
    return undefined
  }
}

async function logIn(url: URL): Promise<string> {
  const response = await fetch(new URL('/ovirt-engine/sso/oauth/token', url), {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'password', username: 'admin@internal', password: 'demo', scope: 'ovirt-app-api' }),
  })
  const { access_token: token }: { access_token?: string } = JSON.parse(await response.text())
  if (token === undefined) throw new Error(`the embedded engine lets nobody in (${response.status})`)
  return token
}

/** Median time of some requests, body included, in milliseconds; the first ones warm up. */
async function latencyMs(url: URL, token: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 25; round += 1) {
    const start = performance.now()
    const response = await fetch(url, { headers: { Accept: 'application/json', Authorization: `Bearer ${token}` } })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`)
    if (round >= 5) times.push(performance.now() - start)
  }
  return median(times)
}

/** Starts the embedded engine with so many VMs and measures it alone. */
export async function measureEngine(inventory: number): Promise<RunningEngine> {
  const began = performance.now()
  const { url, child } = await startEngine({ inventory: String(inventory), speed: '10' })
  const engineStart = performance.now() - began
  const token = await logIn(url)
  const api = (path: string) => new URL(`/ovirt-engine/api/${path}`, url)
  const enginePage = await latencyMs(api(`vms?max=100&search=${encodeURIComponent('sortby name asc page 1')}`), token)
  const newest = await fetch(api('events?max=1'), { headers: { Accept: 'application/json', Authorization: `Bearer ${token}` } })
  const { event }: { event?: { id: string }[] } = JSON.parse(await newest.text())
  const engineEvents = await latencyMs(api(`events?from=${event?.[0]?.id ?? 0}&max=100`), token)
  const engineMemory = child.pid === undefined ? undefined : memoryMB(child.pid)
  return { url, token, measures: { engineStart, enginePage, engineEvents, ...(engineMemory === undefined ? {} : { engineMemory }) }, stop: () => stopChild(child) }
}
