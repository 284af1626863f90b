import { execFileSync } from 'node:child_process'
import { expect, test } from './fixtures.ts'
import { crawl } from './verbs/crawl.ts'

/** Ids that the sources declare. */
const declared = (): readonly string[] => {
  const answer: { readonly declared: readonly string[] } = JSON.parse(execFileSync(process.execPath, ['scripts/features.ts', '--json'], { encoding: 'utf8' }))
  return answer.declared
}

test('an administrator finds every page, tab and control working', async ({ page, visit, expected }, testInfo) => {
  test.setTimeout(600_000)
  // Actions that are pressed without knowing what they need may be refused; nothing may be missing or broken.
  expected.push(/status of (400|409)/)
  await visit('/')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const { templates, seen, problems } = await crawl(page, { everyItem: false })
  const unseen = declared().filter((id) => !seen.has(id))
  testInfo.annotations.push({ type: 'pages', description: [...templates].join(' ') }, { type: 'declared but not seen', description: unseen.join(' ') })
  console.log(`${templates.size} page templates; ${unseen.length} declared features not seen: ${unseen.join(' ')}`)
  expect(templates.size).toBeGreaterThan(5)
  expect(problems).toEqual([])
})
