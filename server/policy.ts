/** What a document may load; the two kinds differ because the SPICE client writes style elements and plays sound. */
export type DocumentKind = 'app' | 'console'

export interface PolicyOptions {
  /** further origins the page may connect to, such as a console proxy or an image service on another host */
  readonly allowConnect: readonly string[]
  /** off only for the demo, whose service worker library does not know trusted types */
  readonly trustedTypes: boolean
}

/** The value of `Content-Security-Policy` for a document of `kind`. Everything not named is forbidden. */
export function contentPolicy(kind: DocumentKind, { allowConnect, trustedTypes }: PolicyOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...allowConnect].join(' '),
    "worker-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(trustedTypes ? ["require-trusted-types-for 'script'", 'trusted-types portal'] : []),
    ...(kind === 'console' ? ["style-src-elem 'self' 'unsafe-inline'", 'media-src blob:'] : []),
  ].join('; ')
}

/** All policy headers of a document or file of `kind`. Never COEP: it would forbid console pictures of other origins. */
export const policyHeaders = (kind: DocumentKind, options: PolicyOptions): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentPolicy(kind, options),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Permissions-Policy': 'clipboard-read=(self), clipboard-write=(self), fullscreen=(self)',
})

/** What browsers say of requests for the parts of a document (`Sec-Fetch-Dest`). */
const parts = new Set(['script', 'style', 'font', 'image'])

/**
 * The headers that a part of a document needs of `all`: its document's policy is what counts for it, and with some hundred bytes each
 * the headers would be a third of a first visit. Documents, workers, and whoever does not say what he wants it for get all.
 */
export const headersFor = (destination: string | undefined, all: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  destination !== undefined && parts.has(destination) ? { 'X-Content-Type-Options': 'nosniff' } : all

/**
 * An origin for `connect-src`, as typed by an administrator: `https://host:54323`, `wss://host:6100`.
 * Throws on anything else, so that no second directive can slip in.
 */
export function judgeOrigin(text: string): string {
  if (!URL.canParse(text)) throw new Error(`--allow-connect wants an origin such as https://host:port, not "${text}"`)
  const url = new URL(text)
  const origin = `${url.protocol}//${url.host}`
  if (!/^(https?|wss?):$/.test(url.protocol) || text.replace(/\/$/, '') !== origin) throw new Error(`--allow-connect wants an origin such as https://host:port, not "${text}"`)
  return origin
}
