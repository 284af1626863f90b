/** `node scripts/checks/style.ts`: house rules over every source, and do the documents name only files that exist? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../buildPortal.ts'
import { findBreaches } from './houseRules.ts'
import { readSources, report } from './sources.ts'

/** Paths that a document names in code quotes and that do not exist; patterns with `*`, `<…>` or `…` are forms, not paths. */
function findDeadPaths(document: string): string[] {
  if (!existsSync(join(root, document))) return [`${document} is missing`]
  const text = readFileSync(join(root, document), 'utf8').replaceAll(/```[\s\S]*?```/g, '')
  const named = [...text.matchAll(/`((?:src|mocks|server|scripts|e2e|public)\/[^`\s]*|[\w.-]+\.(?:ts|mjs|cjs|json|md|html))`/g)].map(([, path]) => path ?? '')
  const linked = [...text.matchAll(/\]\(((?!https?:|#)[^)\s]+)\)/g)].map(([, path]) => path ?? '')
  const written = new Set(['config.json']) // answered by the gateway
  return [...named, ...linked].filter((path) => !/[*<…{]/.test(path) && !written.has(path) && !existsSync(join(root, path.replace(/#.*$/, '')))).map((path) => `${document} names ${path}, which does not exist`)
}

const sources = readSources(['src', 'mocks', 'server', 'scripts', 'e2e'])
const problems = [...sources.flatMap(findBreaches), ...['README.md', 'AGENTS.md'].flatMap(findDeadPaths)]
report('style', problems, `${sources.length} sources`)
