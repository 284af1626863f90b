/** Which feature ids exist, are declared in the sources, and are proven by tests. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './buildPortal.ts'
import { readSources } from './checks/sources.ts'

/** One item of today's portals. `counted` is false for facts rather than controls and for what the REST API cannot do. */
export interface FeatureItem { readonly id: string; readonly entity: string; readonly kind: string; readonly section: string; readonly counted: boolean }

export interface Coverage {
  readonly items: readonly FeatureItem[]
  /** ids of items that a control in the sources names */
  readonly declared: ReadonlySet<string>
  /** ids that tests recorded as proven (e2e/proven.json) */
  readonly proven: ReadonlySet<string>
  /** proven ids that are in no list, or that no control declares */
  readonly problems: readonly string[]
}

/** Ids in a source: every literal of the form `a.b…`, or several with blanks between them, but for those given to `t` as a mere message. */
export function findIds(text: string): string[] {
  return [...text.matchAll(/(?<!\bt\(\s*)(?<!\btextOr\(\s*)(['"])([a-z][\w-]*(?:\.[\w-]+)+(?: [a-z][\w-]*(?:\.[\w-]+)+)*)\1/g)].flatMap(([, , ids = '']) => ids.split(' '))
}

export function readCoverage(): Coverage {
  const items: readonly FeatureItem[] = JSON.parse(readFileSync(join(root, 'scripts/features.json'), 'utf8'))
  const record = join(root, 'e2e/proven.json')
  const recorded: readonly string[] = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : []
  const proven = new Set(recorded)
  const sources = readSources(['src']).filter(({ path }) => /^src\/(ui|blocks|features|app)\//.test(path) && !/[.]test[.]tsx?$|[wW]ords[.](en|zh)[.]ts$/.test(path))
  const named = new Set(sources.flatMap(({ text }) => findIds(text)))
  const known = new Set(items.map(({ id }) => id))
  const declared = new Set([...named].filter((id) => known.has(id)))
  const problems = [...proven].flatMap((id) => {
    if (!known.has(id) && !id.startsWith('plus.')) return [`e2e/proven.json names ${id}, which is no feature`]
    return named.has(id) ? [] : [`e2e/proven.json names ${id}, which no control declares`]
  })
  return { items, declared, proven, problems }
}
