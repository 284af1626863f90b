import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './buildPortal.ts'

/** For every house rule that the linter enforces: a file that breaks it and nothing else. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['no-default-export', 'src/lib/a.ts', 'export default 1\n'],
  ['no-barrel-file', 'src/lib/b.ts', "export * from './c.ts'\n"],
  ['no-restricted-globals', 'src/blocks/a.ts', "export const a = () => fetch('/x')\n"],
  ['no-restricted-properties', 'src/blocks/b.ts', 'export const b = (client: { invalidateQueries(): void }) => client.invalidateQueries()\n'],
  ['no-restricted-properties', 'src/features/vms/b.ts', "export const b = () => window.fetch('/x')\n"],
  ['jsx-no-literals', 'src/ui/A.tsx', 'export const A = () => <b>Start</b>\n'],
  ['no-floating-promises', 'src/blocks/c.ts', 'const late = async () => 1\nexport const c = () => {\n  late()\n}\n'],
  ['switch-exhaustiveness-check', 'src/domain/a.ts', "export function a(x: 'one' | 'two'): number {\n  switch (x) {\n    case 'one':\n      return 1\n  }\n  return 2\n}\n"],
  ['rules-of-hooks', 'src/ui/B.tsx', "import { useState } from 'react'\nexport const B = ({ on }: { readonly on: boolean }) => {\n  if (on) useState(1)\n  return null\n}\n"],
  ['exhaustive-deps', 'src/ui/C.tsx', "import { useMemo } from 'react'\nexport const C = ({ x }: { readonly x: number }) => <b>{useMemo(() => x + 1, [])}</b>\n"],
  ['alt-text', 'src/ui/D.tsx', 'export const D = () => <img src="/a.png" />\n'],
  ['no-explicit-any', 'src/lib/d.ts', 'export const d = (x: any) => String(x)\n'],
  ['no-non-null-assertion', 'src/lib/e.ts', 'export const e = (x: string | undefined) => x!\n'],
  ['no-danger', 'src/ui/E.tsx', 'export const E = ({ x }: { readonly x: string }) => <b dangerouslySet' + 'InnerHTML={{ __html: x }} />\n'],
  ['max-lines', 'src/lib/f.ts', `${'export {}\n'.repeat(1)}${'\n'.repeat(400)}`],
  ['no-restricted-imports', 'src/engine/a.ts', "import { useState } from 'react'\nexport const a = useState\n"],
  ['no-restricted-imports', 'src/engine/b.ts', "import { useQuery } from '@tanstack/react-query'\nexport const b = useQuery\n"],
  ['no-restricted-imports', 'src/domain/b.ts', "import type { ReactNode } from 'react'\nexport type B = ReactNode\n"],
  ['no-restricted-imports', 'src/features/vms/c.ts', "import { Modal } from '@patternfly/react-core'\nexport const c = Modal\n"],
  ['no-restricted-imports', 'src/features/vms/d.ts', "import { Table } from '@patternfly/react-table'\nexport const d = Table\n"],
  ['no-focused-tests', 'src/lib/g.test.ts', "import { expect, test } from 'vitest'\ntest.on" + "ly('x', () => {\n  expect(1).toBe(1)\n})\n"],
]

/** Near misses that stay allowed. */
const allowed: readonly (readonly [path: string, text: string])[] = [
  ['src/engine/c.ts', "import { QueryClient } from '@tanstack/react-query'\nexport const c = async () => {\n  await fetch('/x')\n  await new QueryClient().invalidateQueries()\n}\n"],
  ['src/features/vms/e.ts', "import { Card } from '@patternfly/react-core'\nexport const e = Card\n"],
  ['src/ui/F.tsx', 'export const F = ({ text }: { readonly text: string }) => <b>{text}</b>\n'],
  ['some.config.ts', 'export default {}\n'],
]

const folder = mkdtempSync(join(tmpdir(), 'lint-'))
afterAll(() => rmSync(folder, { recursive: true }))
let found: string[] = []

interface Report { diagnostics: { code: string; filename: string }[] }

beforeAll(() => {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  write('src/lib/c.ts', 'export const x = 1\n')
  for (const [, path, text] of planted) write(path, text)
  for (const [path, text] of allowed) write(path, text)
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'src', 'some.config.ts'], { cwd: folder, encoding: 'utf8' })
  if (!stdout.startsWith('{')) throw new Error(stderr + stdout)
  const report: Report = JSON.parse(stdout)
  found = report.diagnostics.map(({ code, filename }) => `${/\((.*)\)/.exec(code)?.[1] ?? code}: ${filename.replaceAll('\\', '/')}`)
})

test('every planted breach of a house rule is found, and nothing else', () => {
  expect([...new Set(found)].sort()).toEqual(planted.map(([rule, path]) => `${rule}: ${path}`).sort())
})
