import { expect, test } from 'vitest'
import { findBreaches } from './houseRules.ts'

const breaches = (path: string, text: string) => findBreaches({ path, text })

test.each([
  ['a silenced compiler', 'src/lib/a.ts', '// @ts-' + 'ignore'],
  ['a silenced linter', 'server/a.ts', '/* oxlint-' + 'disable */'],
  ['unfinished work', 'mocks/a.ts', '// TO' + 'DO later'],
  ['a cast without reason', 'src/lib/a.ts', 'const x = value as Vm'],
  ['a cast to an inline type', 'src/lib/a.ts', 'const x = value as { id: string }'],
  ['literal text in an attribute', 'src/ui/A.tsx', '<button aria-label="Close it" />'],
  ['raw markup', 'src/ui/A.tsx', 'box.inner' + 'HTML = text'],
  ['a wait for time', 'e2e/a.e2e.ts', 'await page.waitFor' + 'Timeout(500)'],
  ['a skipped test', 'src/lib/a.test.ts', "test.sk" + "ip('x', () => {})"],
  ['an empty name', 'src/lib/utils.ts', ''],
  ['an empty folder name', 'src/common/a.ts', ''],
])('%s is found', (_name, path, text) => {
  expect(breaches(path, text)).toHaveLength(1)
})

test.each([
  ['as const', 'src/lib/a.ts', 'const x = [1] as const'],
  ['a cast with its reason', 'src/lib/a.ts', '// the API sends nothing else here\nconst x = value as Vm'],
  ['a cast with its reason beside', 'src/lib/a.ts', 'const x = value as Vm // checked above'],
  ['a renamed import', 'src/lib/a.ts', "import { words as english } from './b.ts'"],
  ['the word in a sentence', 'src/lib/a.ts', "const x = 'same as Vm'"],
  ['an identifier that holds a forbidden word', 'src/lib/a.ts', 'const commonName = 1'],
  ['a key in an attribute', 'src/ui/A.tsx', '<Group title="notifications.alerts" />'],
  ['widening to unknown', 'src/lib/a.ts', 'const x = JSON.parse(text) as unknown'],
  ['text from the catalogue', 'src/ui/A.tsx', "<button aria-label={t('button.close')} />"],
])('%s is fine', (_name, path, text) => {
  expect(breaches(path, text)).toEqual([])
})
