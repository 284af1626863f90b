/** Only one process at a time may install or build here. Old syntax: runs on Node 18 before anything is installed. */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const stealAfterMs = 10 * 60 * 1000

/**
 * Runs `work` while holding the lock folder `path`; waits for others, takes over a lock older than ten minutes.
 * @param {string} path
 * @param {() => Promise<void> | void} work
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true })
  for (;;) {
    try {
      mkdirSync(path)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = ageMs(path)
      if (age > stealAfterMs) rmSync(path, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const release = () => rmSync(path, { recursive: true, force: true })
  const interrupted = () => {
    release()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    await work()
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    release()
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0 // released in between
  }
}
