/**
 * Makes a fresh clone ready: packages, and with --browser a Chromium for the journeys.
 * Runs on whatever Node the machine has (20.19 or newer), before any package is installed, so: built-ins only, old syntax.
 * Silent when there is nothing to do; speaks on stderr, because stdout belongs to the command that follows.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isWindows = process.platform === 'win32'
const say = (text) => process.stderr.write(text + '\n')
const at = (...parts) => join(root, ...parts)
const readOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise)

function fail(text) {
  say(text)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org).`)
}

function packagesStamp() {
  const hash = createHash('sha256')
  hash.update(readFileSync(at('package-lock.json')))
  hash.update(process.platform + process.arch)
  return hash.digest('hex')
}

async function installPackages() {
  const stampFile = at('node_modules', '.stamp')
  const stamp = packagesStamp()
  const isReady = () => readOr(stampFile, '') === stamp
  if (isReady()) return
  // beside node_modules: npm ci empties that folder
  await withLock(at('.install.lock'), () => {
    if (isReady()) return
    say('Installing packages (about a minute)…')
    const env = Object.assign({}, process.env, { NODE_ENV: 'development', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' })
    for (const name of Object.keys(env)) if (/^npm_config_(omit|production|include|only)$/i.test(name)) delete env[name]
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    const npm = process.env.npm_execpath
    const hasCli = npm !== undefined && /\.c?js$/.test(npm)
    const result = hasCli
      ? spawnSync(process.execPath, [npm].concat(args), { cwd: root, env, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: isWindows })
    if (result.status !== 0) fail('Installing packages failed; the lines above say why. Nothing else was changed.')
    writeFileSync(stampFile, stamp)
  })
}

/** A browser counts only when it runs: Ubuntu's stub for its snap exists, but does not. */
const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20000 }).status === 0

function browserCandidates() {
  const candidates = [process.env.CHROMIUM_PATH]
  try {
    candidates.push(createRequire(import.meta.url)('playwright').chromium.executablePath())
  } catch {
    // playwright has no build for this system
  }
  const folders = (process.env.PATH || '').split(isWindows ? ';' : ':')
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'])
    for (const folder of folders) if (folder) candidates.push(join(folder, isWindows ? name + '.exe' : name))
  candidates.push('/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  return candidates.filter((path) => path && existsSync(path))
}

const findBrowser = () => browserCandidates().find(runs)

function installBrowser() {
  const cli = at('node_modules', 'playwright', 'cli.js')
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0
  say('Installing Chromium for the browser tests…')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: ['ignore', 2, 2], timeout: 180000 })
  const found = findBrowser()
  if (found || !isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return found
  const apt = (args) => spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq'].concat(args), { stdio: ['ignore', 2, 2], env: Object.assign({}, process.env, { DEBIAN_FRONTEND: 'noninteractive' }) })
  apt(['update'])
  apt(['install', '-y', '--no-install-recommends', 'chromium'])
  return findBrowser()
}

/** Notes the path of a working browser where playwright.config.ts and the benchmark read it. */
async function provideBrowser() {
  const note = at('node_modules', '.cache', 'chromium-path')
  const known = readOr(note, '')
  if (known && existsSync(known) && (!process.env.CHROMIUM_PATH || process.env.CHROMIUM_PATH === known)) return
  await withLock(at('.install.lock'), () => {
    const path = findBrowser() || installBrowser()
    if (!path)
      fail(
        'The browser tests need Chromium and it could not be installed here. Install it (Debian, Ubuntu: "apt-get install chromium"; ' +
          'Fedora: "dnf install chromium"; elsewhere: "npx playwright install --with-deps chromium"), or name one in CHROMIUM_PATH.',
      )
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, path)
  })
}

checkNode()
await installPackages()
if (process.argv.includes('--browser')) await provideBrowser()
