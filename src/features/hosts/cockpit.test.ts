import { expect, test } from 'vitest'
import { cockpitUrl } from './cockpit.ts'

test('Cockpit answers on its own port, IPv6 addresses stand in brackets', () => {
  expect(cockpitUrl('host01.example.com')).toBe('https://host01.example.com:9090/')
  expect(cockpitUrl('2001:db8::1')).toBe('https://[2001:db8::1]:9090/')
})
