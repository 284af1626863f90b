import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyHeaders } from '../../server/policy.ts'
import { root } from '../buildPortal.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the Apache configuration in the README sets the same headers as the gateway', () => {
  for (const [name, value] of Object.entries(policyHeaders('app', { allowConnect: [], trustedTypes: true }))) expect(readme).toContain(`Header always set ${name} ${/[ ;]/.test(value) ? `"${value}"` : value}\n`)
})

test('every command in the README is a command of package.json', () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = [...readme.matchAll(/`?npm (?:run )?(start|test(?::\w+)?|\w+)/g)].map(([, name]) => name ?? '').filter((name) => name !== 'run')
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
})
