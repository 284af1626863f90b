import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './children.ts'
import { withLock } from './lock.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** What the built files depend on; tests beside the sources do not count. */
const inputs = { product: ['src', 'public', 'scripts/build', 'index.html', 'vite.config.ts', 'package-lock.json'], demo: ['src', 'mocks', 'public', 'scripts/build', 'index.html', 'vite.config.ts', 'package-lock.json'] }

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !/[.]test[.]tsx?$/.test(file) && statSync(file).isFile())
    .sort()
}

function stampOf(kind: keyof typeof inputs, basePath: string): string {
  const hash = createHash('sha256').update(basePath)
  for (const file of inputs[kind].flatMap((input) => filesUnder(join(root, input)))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Builds the product (`dist`) or the demo (`dist-demo`) for the root of a host, when the files are missing or older than their
 * sources; resolves with the folder. Content decides, not times: a clone has none. Throws when the build fails.
 */
export async function buildPortal(kind: keyof typeof inputs): Promise<string> {
  const folder = join(root, kind === 'demo' ? 'dist-demo' : 'dist')
  const cache = join(root, 'node_modules', '.cache')
  const stampFile = join(cache, `build-${kind}.stamp`)
  const basePath = '/'
  await withLock(join(cache, `build-${kind}.lock`), async () => {
    const stamp = stampOf(kind, basePath)
    // the page names its scripts, so a build for another base path is another page
    const page = join(folder, 'index.html')
    const isFresh = existsSync(page) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${stamp} ${statSync(page).mtimeMs}`
    if (isFresh) return
    process.stderr.write(`Building the ${kind === 'demo' ? 'demo' : 'portal'}…\n`)
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn', ...(kind === 'demo' ? ['--mode', 'demo'] : [])], { ...process.env, BASE_PATH: basePath, NODE_ENV: 'production' })
    if (code !== 0) throw new Error('the build failed; the lines above say why')
    mkdirSync(dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, `${stamp} ${statSync(page).mtimeMs}`)
  })
  return folder
}
