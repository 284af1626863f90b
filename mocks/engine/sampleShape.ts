/** For tests: compares an answer with a sample of the API in shape: the same members, the same kinds of scalars. */
import { readFileSync } from 'node:fs'

export function readSample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../golden/samples/${name}.json`, import.meta.url), 'utf8'))
}

const kindOf = (value: unknown) => Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value
const isDigits = (value: unknown) => typeof value === 'string' && /^-?\d+$/.test(value)
const isTruth = (value: unknown) => value === 'true' || value === 'false'

/**
 * Ways in which `actual` is not shaped as `sample`, as paths. Members that the sample lacks are fine (the codec writes only the model's);
 * `mayLack` names members of the sample that this answer has no reason to carry.
 */
export function shapeDifferences(actual: unknown, sample: unknown, mayLack: readonly string[] = [], path = ''): string[] {
  if (kindOf(actual) !== kindOf(sample)) return [`${path}: ${kindOf(actual)} instead of ${kindOf(sample)}`]
  if (Array.isArray(actual) && Array.isArray(sample)) {
    if (actual.length === 0 && sample.length > 0) return [`${path}: is empty`]
    const pattern: unknown = sample[0]
    return pattern === undefined ? [] : actual.slice(0, 1).flatMap((item: unknown) => shapeDifferences(item, pattern, mayLack, `${path}[]`))
  }
  if (typeof actual === 'object' && typeof sample === 'object' && actual !== null && sample !== null) {
    const members = new Map<string, unknown>(Object.entries(actual))
    return Object.entries(sample).flatMap(([key, value]: [string, unknown]) => {
      const here = `${path}.${key}`
      if (!members.has(key)) return mayLack.includes(here) ? [] : [`${here}: is missing`]
      return shapeDifferences(members.get(key), value, mayLack, here)
    })
  }
  if (isTruth(sample) && !isTruth(actual)) return [`${path}: is no truth value`]
  return isDigits(sample) && !isDigits(actual) && !/[.](?:id|name|value|build|href|domain_entry_id)$/.test(path) ? [`${path}: is no number as text`] : []
}
