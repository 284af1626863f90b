import { expect, test } from 'vitest'
import { isPortalPath, judgeAccount, toPreferences, toValues } from './accountForm.ts'

test.each([
  ['/vms', true],
  ['/vms?search=status%3Ddown', true],
  ['/', true],
  ['vms', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['', false],
])('home page %s is a path of the portal: %s', (path, ok) => expect(isPortalPath(path)).toBe(ok))

test.each([
  ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDf me@home', true],
  ['ssh-rsa AAAAB3NzaC1yc2E=', true],
  ['-----BEGIN OPENSSH PRIVATE KEY-----', false],
  ['ssh-rsa', false],
])('public key %s is taken: %s', (sshKey, ok) => expect(judgeAccount(toValues({}, sshKey)).sshKey === undefined).toBe(ok))

test('defaults are stored as nothing, choices as themselves', () => {
  expect(toPreferences(toValues({}, ''))).toEqual({ homePage: undefined, confirmSuspend: undefined, keepColumns: undefined, vncClient: undefined })
  const chosen = { homePage: '/hosts', confirmSuspend: false, keepColumns: false, vncClient: 'native' } as const
  expect(toPreferences(toValues(chosen, ''))).toEqual(chosen)
})
