import { expect, test } from 'vitest'
import { judgeOrigin } from './policy.ts'

test.each(['https://host:54323', 'wss://10.0.0.1:6100', 'http://[::1]:8080', 'https://host'])('%s is an origin to connect to', (origin) => {
  expect(judgeOrigin(origin)).toBe(origin)
})
test('a closing slash is forgiven', () => {
  expect(judgeOrigin('https://host/')).toBe('https://host')
})
test.each(['*', 'host', 'https://host/path', "https://host; script-src 'unsafe-inline'", 'javascript:alert(1)', 'data:,x', 'https://user:word@host', ''])('%j is refused', (text) => {
  expect(() => judgeOrigin(text)).toThrow('--allow-connect')
})
