/** Programs of the product that a journey starts for itself, because it ends them in the middle. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Program {
  /** the address it printed */
  readonly url: string
  readonly child: ChildProcess
}
/** How a program ended by itself, and everything it said. */
export interface Ending { readonly code: number | null; readonly said: string }

function run(args: readonly string[]): { readonly child: ChildProcess; readonly lines: string[]; readonly heard: (listener: (line: string) => void) => void; readonly ended: Promise<Ending> } {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const listeners: ((line: string) => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line)
      for (const listener of listeners) listener(line)
    })
  }
  const ended = new Promise<Ending>((resolve) => child.once('close', (code) => resolve({ code, said: lines.join('\n') })))
  return { child, lines, heard: (listener) => void listeners.push(listener), ended }
}

/** Starts a program and waits for the line with its address, `<word> http://…`. */
export async function start(word: string, args: readonly string[]): Promise<Program> {
  const { child, heard, ended } = run(args)
  const url = new Promise<string>((resolve) => heard((line) => {
    const [said, address] = line.split(' ')
    if (said === word && address !== undefined) resolve(address)
  }))
  const first = await Promise.race([url, ended])
  if (typeof first !== 'string') throw new Error(`${args.join(' ')} ended with ${first.code}: ${first.said}`)
  return { url: first, child }
}

/** Runs a program that is expected to end by itself. */
export const runToEnd = (args: readonly string[]): Promise<Ending> => run(args).ended

/** Ends a program by a signal and waits until it is gone. */
export async function end({ child }: Program, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill(signal)
  await gone
}
