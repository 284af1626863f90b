import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startUntil } from './children.ts'
import { freePort } from './freePort.ts'

export interface EngineOptions {
  /** sample VMs; 0 = right after set-up */
  readonly inventory?: string
  /** divides the durations of operations */
  readonly speed?: string
  /** keeps the world across restarts */
  readonly data?: string
  /** opens the control interface of test worlds */
  readonly test?: boolean
  readonly port?: number
}

const main = fileURLToPath(new URL('../mocks/main.ts', import.meta.url))

/** Starts the embedded engine as a process of its own on a free port of this machine; resolves when it answers. */
export async function startEngine(options: EngineOptions): Promise<{ url: URL; child: ChildProcess }> {
  const port = options.port ?? (await freePort())
  const args = [main, '--port', String(port)]
  for (const name of ['inventory', 'speed', 'data'] as const) {
    const value = options[name]
    if (value !== undefined) args.push(`--${name}`, value)
  }
  if (options.test) args.push('--test')
  const { child, answer } = await startUntil(process.execPath, args, (line) => /^engine (http:\/\/\S+)/.exec(line)?.[1])
  return { url: new URL(answer), child }
}
