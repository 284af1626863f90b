import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './buildPortal.ts'

/** For every rule a file that breaks it by one import. */
const planted: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['layer-lib', 'src/lib/lib1.ts', '../domain/target.ts'],
  ['layer-wire', 'src/wire/wire1.ts', '../lib/target.ts'],
  ['layer-domain', 'src/domain/domain1.ts', '../engine/target.ts'],
  ['layer-i18n', 'src/i18n/i18n1.ts', '../engine/target.ts'],
  ['layer-engine', 'src/engine/engine1.ts', '../i18n/target.ts'],
  ['layer-ui', 'src/ui/ui1.tsx', '../engine/target.ts'],
  ['layer-blocks', 'src/blocks/blocks1.tsx', '../features/vms/target.ts'],
  ['layer-features', 'src/features/vms/features1.tsx', '../../app/target.ts'],
  ['layer-app', 'src/app/app1.tsx', '../target.ts'],
  ['features-are-strangers', 'src/features/vms/stranger.tsx', '../hosts/target.ts'],
  ['forms-know-the-wire-by-type-only', 'src/features/vms/VmForm.tsx', '../../wire/target.ts'],
  ['only-forms-know-the-wire', 'src/features/vms/VmsPage.tsx', 'type ../../wire/target.ts'],
  ['domain-is-pure', 'src/domain/impure.ts', 'pure-package'],
  ['domain-is-pure', 'src/lib/impure.ts', 'type pure-package'],
  ['engine-needs-queries-only', 'src/engine/drawing.ts', 'pure-package'],
  ['words-need-react-only', 'src/i18n/dates.ts', 'pure-package'],
  ['product-needs-no-node', 'src/blocks/reads.ts', 'node:fs'],
  ['product-never-sees-mocks', 'src/app/mocked.ts', '../../mocks/target.ts'],
  ['product-never-sees-mocks', 'server/mocked.ts', '../mocks/target.ts'],
  ['nothing-imports-scripts', 'mocks/scripted.ts', '../scripts/target.ts'],
  ['server-stands-alone', 'server/sees.ts', '../src/lib/target.ts'],
  ['e2e-sees-no-internals', 'e2e/inside.ts', '../src/blocks/target.ts'],
  ['e2e-knows-worlds-by-name', 'e2e/handler.ts', '../mocks/target.ts'],
  ['mocks-see-domain-only', 'mocks/sees.ts', '../src/engine/target.ts'],
  ['mocks-and-server-are-strangers', 'mocks/served.ts', '../server/target.ts'],
  ['every-import-resolves', 'src/lib/nowhere.ts', './gone.ts'],
  ['only-the-entry-starts-the-app', 'mocks/starts.ts', '../src/main.tsx'],
  ['mocks-see-domain-only', 'mocks/starts.ts', '../src/main.tsx'],
]

/** Imports that must stay allowed; each is the near miss of a rule. */
const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['src/main.tsx', './app/target.ts'],
  ['src/features/vms/OwnForm.tsx', 'type ../../wire/target.ts'],
  ['src/features/vms/own.tsx', './target.ts'],
  ['src/engine/reads.ts', '@tanstack/react-query'],
  ['src/blocks/joins.test.ts', '../../mocks/target.ts'],
  ['src/domain/judge.test.ts', 'node:fs'],
  ['mocks/browser.ts', '../src/main.tsx'],
  ['e2e/journey.ts', '../mocks/worlds/target.ts'],
  ['scripts/all.ts', '../server/target.ts'],
]

const folder = mkdtempSync(join(tmpdir(), 'layers-'))
afterAll(() => rmSync(folder, { recursive: true }))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const toImport = (imported: string) => (imported.startsWith('type ') ? `import type { T } from '${imported.slice(5)}'\nexport const x: T | undefined = undefined\n` : `import { t } from '${imported}'\nexport const x = t\n`)

interface Report { summary: { violations: { rule: { name: string }; from: string }[] } }

/** Rule and file of every violation in the planted project. */
function violations(): string[] {
  const target = 'export const t = 1\nexport type T = 1\n'
  for (const place of ['src', 'src/lib', 'src/wire', 'src/domain', 'src/i18n', 'src/engine', 'src/ui', 'src/blocks', 'src/app', 'src/features/vms', 'src/features/hosts', 'mocks', 'mocks/worlds', 'server', 'scripts'])
    plant(`${place}/target.ts`, target)
  for (const name of ['pure-package', '@tanstack/react-query']) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js', types: 'index.d.ts' }))
    plant(`node_modules/${name}/index.js`, 'export const t = 1\n')
    plant(`node_modules/${name}/index.d.ts`, target)
  }
  plant('package.json', JSON.stringify({ name: 'planted', type: 'module', dependencies: { 'pure-package': '1.0.0', '@tanstack/react-query': '1.0.0' } }))
  plant('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'preserve', moduleResolution: 'bundler', jsx: 'react-jsx', allowImportingTsExtensions: true, noEmit: true } }))
  for (const [, from, imported] of planted) plant(from, toImport(imported))
  for (const [from, imported] of allowed) plant(from, toImport(imported))
  plant('src/ui/egg.ts', "import { t } from './hen.ts'\nexport const x = t\n")
  plant('src/ui/hen.ts', "import { x } from './egg.ts'\nexport const t = x\n")
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src', 'mocks', 'server', 'e2e', 'scripts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!stdout.startsWith('{')) throw new Error(stderr)
  const report: Report = JSON.parse(stdout)
  return [...new Set(report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))]
}

test('every import rule catches its planted violation and nothing else', () => {
  const expected = [...planted.map(([rule, from]) => `${rule}: ${from}`), 'no-cycles: src/ui/egg.ts']
  expect(violations().sort()).toEqual(expected.sort())
})

test('every rule has a planted violation', () => {
  const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
  expect([...new Set([...planted.map(([rule]) => rule), 'no-cycles'])].sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
})
