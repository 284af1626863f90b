import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { noticeOf, packageFolderOf } from './notices.ts'
import postcss from 'postcss'
import { dropUnused, trimSheet } from './patternflyCss.ts'

const folder = mkdtempSync(join(tmpdir(), 'build-'))
afterAll(() => rmSync(folder, { recursive: true }))

function packageWith(manifest: Record<string, string>, licence?: string): string {
  const path = join(folder, manifest['name'] ?? '')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }))
  if (licence !== undefined) writeFileSync(join(path, 'LICENSE.md'), licence)
  return path
}

describe('third-party notices', () => {
  test.each([
    ['/x/node_modules/react/index.js', '/x/node_modules/react'],
    ['/x/node_modules/@patternfly/react-core/dist/a.js', '/x/node_modules/@patternfly/react-core'],
    ['/x/node_modules/a/node_modules/b/b.js', '/x/node_modules/a/node_modules/b'],
    ['\0/x/node_modules/react/index.js?commonjs', '/x/node_modules/react'],
    ['/x/src/main.tsx', undefined],
  ])('%s belongs to %s', (moduleId, expected) => {
    expect(packageFolderOf(moduleId)).toBe(expected)
  })

  test('a notice holds name, version, licence and its text', () => {
    expect(noticeOf(packageWith({ name: 'fine', license: 'MIT' }, 'Copyright somebody'))).toBe('fine 1.2.3 (MIT)\n\nCopyright somebody')
  })
  test('one of two licences suffices when they are a choice', () => {
    expect(noticeOf(packageWith({ name: 'choice', license: '(GPL-2.0 OR MIT)' }))).toContain('Licensed under')
  })
  test.each(['GPL-3.0', '(MIT AND GPL-2.0)', 'UNLICENSED'])('the licence %s stops the build', (license) => {
    expect(() => noticeOf(packageWith({ name: 'bad', license }))).toThrow(license)
  })
  test('a package that names no licence stops the build', () => {
    expect(() => noticeOf(packageWith({ name: 'silent' }))).toThrow('"none"')
  })
})

test('trimming drops themes and faces that are never shown, and keeps the rest', () => {
  const css = '.pf-v6-theme-felt .a, .b { color: red } .pf-v6-theme-glass { x: y } @font-face { font-family: "Red Hat Mono"; src: url(m) } @font-face { font-family: RedHatText; src: url(t) }'
  expect(trimSheet(css).replaceAll(/\s+/g, ' ').trim()).toBe('.b { color: red } @font-face { font-family: RedHatText; src: url(t) }')
})

test.each([
  ['.pf-v6-c-used { color: red } .pf-v6-c-dead { color: red }', '.pf-v6-c-used { color: red }'],
  ['.pf-v6-c-used:not(.pf-v6-c-dead), .pf-v6-c-dead { color: red }', '.pf-v6-c-used:not(.pf-v6-c-dead) { color: red }'],
  ['.pf-v6-c-used:is(.pf-v6-c-dead) { color: red }', '.pf-v6-c-used:is(.pf-v6-c-dead) { color: red }'],
  ['.pf-v6-theme-dark .own { color: red }', '.pf-v6-theme-dark .own { color: red }'],
  ['.own { --pf-a: 1px; --pf-b: var(--pf-a); --pf-c: 1px; width: var(--pf-b); --pf-script: 2px }', '.own { --pf-a: 1px; --pf-b: var(--pf-a); width: var(--pf-b); --pf-script: 2px }'],
  ['.own { --pf-a: 1px; --pf-b: var(--pf-a) }', ''],
])('of the sheet %s the build keeps what a script can ask for', (css, kept) => {
  const sheet = postcss.parse(css)
  dropUnused([sheet], 'element.className = "pf-v6-c-used"; read("--pf-script")')
  expect(sheet.toString().replaceAll(/\s+/g, ' ').trim()).toBe(kept)
})

test('the page has one place where the demo puts its own entry', () => {
  expect(readFileSync(new URL('../../index.html', import.meta.url), 'utf8').match(/\/src\/main\.tsx/g)).toHaveLength(1)
})
