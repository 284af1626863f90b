import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Children of this process; none outlives it. */
const children = new Set<ChildProcess>()

function track(child: ChildProcess): ChildProcess {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Asks `child` to end, and makes it end after `graceMs`. */
export async function stopChild(child: ChildProcess, graceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(force)
}

/**
 * Runs a program to its end with our own terminal; resolves with its exit code.
 * Its output goes to stderr, because stdout belongs to results.
 */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = track(spawn(program, args, { env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }))
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Starts a program that goes on, and waits for the first line of its output that `isReady` turns into an answer.
 * Later lines go to stderr. Rejects when the program ends before, with the last lines it said.
 */
export function startUntil<T>(program: string, args: readonly string[], isReady: (line: string) => T | undefined, env: NodeJS.ProcessEnv = process.env): Promise<{ child: ChildProcess; answer: T }> {
  return new Promise((resolve, reject) => {
    const child = track(spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
    const said: string[] = []
    let isUp = false
    const hear = (line: string) => {
      const answer = isUp ? undefined : isReady(line)
      if (answer !== undefined) {
        isUp = true
        resolve({ child, answer })
      } else if (isUp) process.stderr.write(`${line}\n`)
      else said.push(line)
    }
    if (child.stdout) createInterface(child.stdout).on('line', hear)
    if (child.stderr) createInterface(child.stderr).on('line', hear)
    child.once('error', reject)
    child.once('close', (code) => {
      if (!isUp) reject(new Error(`${program} ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${said.slice(-20).join('\n')}`))
    })
  })
}

/** Runs `stop` once on Ctrl-C, SIGTERM, SIGHUP or when npm above us goes away, then ends this process. */
export function onShutdown(stop: () => Promise<void>): void {
  let isStopping = false
  const end = (code: number) => {
    if (isStopping) return
    isStopping = true
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', () => end(0))
  process.once('SIGTERM', () => end(0))
  process.once('SIGHUP', () => end(0))
}

// the last resort when this process ends by an error: children get the signal that they obey
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM')
})
