/** Where the engine looks for parameters. Source: ParametersHelper: query, matrix of the last segment, for some a header. */

/** Query of the request with the matrix parameters of the last segment behind it. */
export function collectParameters(url: URL): { segments: string[]; query: URLSearchParams } {
  const query = new URLSearchParams(url.search)
  const raw = url.pathname.split('/').filter((segment) => segment !== '')
  for (const parameter of (raw.at(-1) ?? '').split(';').slice(1)) {
    const [name = '', value = ''] = decodeURIComponent(parameter).split(/=(.*)/s)
    if (!query.has(name)) query.append(name, value)
  }
  return { segments: raw.map((segment) => decodeURIComponent(segment.split(';')[0] ?? '')), query }
}

/** A bare boolean is true; nonsense counts as not given. */
export function booleanParameter(query: URLSearchParams, name: string, header?: string | null): boolean | undefined {
  const text = query.get(name) ?? header
  if (text === null || text === undefined) return undefined
  if (['', 't', 'true', 'y', 'yes', '1'].includes(text.toLowerCase())) return true
  return ['f', 'false', 'n', 'no', '0'].includes(text.toLowerCase()) ? false : undefined
}

/** A whole number, or undefined; `max=-1` and nonsense mean no limit. */
export function countParameter(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined
}

/** Words of `detail=`, which may also be a parameter of Accept: `statistics`, `+size`, `-main`. Source: DetailHelper. */
export function detailsOf(query: URLSearchParams, accept: string | null): ReadonlySet<string> {
  const inAccept = [...(accept ?? '').matchAll(/;\s*detail=([^;,\s]+)/g)].map(([, words = '']) => words)
  return new Set([...query.getAll('detail'), ...inAccept].flatMap((words) => words.split(',')).map((word) => word.trim().replace(/^\+/, '')).filter((word) => word !== ''))
}

/** `[0-9a-zA-Z_-]`, at most 36. Source: CurrentFilter. */
export const cleanCorrelationId = (text: string): string => text.replace(/[^0-9a-zA-Z_-]/g, '').slice(0, 36)
