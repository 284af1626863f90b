import { connection } from './connection.ts'
import { noteAnswer, noteSilence } from './reachability.ts'

/**
 * What came of a log-in. `wrong`: name, password or profile; `locked`: the account is locked or disabled;
 * `unreachable`: nobody answered; `refused`: another reason, in the words of the engine.
 */
export type LogInOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly why: 'wrong' | 'locked' | 'unreachable' | 'refused'; readonly detail?: string }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Words of the SSO service about accounts it does not let in; asked for in English, because they are told apart by text alone. */
const lockedWords = /\b(locked|disabled)\b/i
/** Known, but not let in: no permission to log in. */
const notPermittedWords = /\b(authori[sz]ed|allowed|permission)\b/i
/** Codes that speak of the request or the service, not of name or password. Source: SsoConstants.java. */
const otherCodes = ['invalid_request', 'invalid_scope', 'unauthorized_client', 'unsupported_grant_type', 'server_error']

const post = (path: string, form: Readonly<Record<string, string>>): Promise<Response> => {
  const url = new URL(`${connection().basePath}${path}`, connection().origin)
  return connection().fetch(
    new Request(url, {
      method: 'POST',
      // The service compares the header with exactly this word (SsoService.java).
      headers: { Accept: 'application/json', 'Accept-Language': 'en', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    }),
  )
}

/**
 * Asks for a token by name and password. `name` includes the profile (`admin@internal`).
 * Source: OAuthTokenServlet.java. Never throws: every end is an outcome.
 */
export async function requestToken(name: string, password: string): Promise<LogInOutcome> {
  let response: Response
  let answer: unknown
  try {
    response = await post('/sso/oauth/token', { grant_type: 'password', username: name, password, scope: 'ovirt-app-api' })
    const text = await response.text()
    answer = text === '' ? undefined : parse(text)
  } catch {
    noteSilence()
    return { ok: false, why: 'unreachable' }
  }
  if (response.status >= 502 && response.status <= 504) {
    noteSilence()
    return { ok: false, why: 'unreachable' }
  }
  noteAnswer()
  const members = isObject(answer) ? answer : {}
  const token = textIn(members['access_token'])
  if (response.ok && token !== undefined) return { ok: true, token }
  return toRefusal(members)
}

/** `error` is a sentence beside `error_code`, and the code itself beside `error_description`. Source: SsoService.java. */
function toRefusal(members: Readonly<Record<string, unknown>>): LogInOutcome {
  const code = textIn(members['error_code']) ?? textIn(members['error'])
  const detail = textIn(members['error_code']) === undefined ? textIn(members['error_description']) : textIn(members['error'])
  const why = toWhy(code, detail ?? '')
  return detail === undefined ? { ok: false, why } : { ok: false, why, detail }
}

function toWhy(code: string | undefined, detail: string): 'wrong' | 'locked' | 'refused' {
  if (lockedWords.test(detail)) return 'locked'
  return code === undefined || otherCodes.includes(code) || notPermittedWords.test(detail) ? 'refused' : 'wrong'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Ends the session everywhere. Source: SsoLogoutServlet.java. Failing changes nothing for the user: the token is forgotten. */
export async function revokeToken(token: string): Promise<void> {
  try {
    await post('/services/sso-logout', { token, scope: '' })
  } catch {
    // The engine ends idle sessions by itself.
  }
}
