/** Who sends a request: bearer token, Basic, or the cookie of a persistent session. Source: aaa filters SsoRestApiAuthFilter, RestApiSessionMgmtFilter. */
import type { UserRow } from './rows.ts'
import { checkPassword, endSession, sessionUser, startSession } from './sessions.ts'
import { addressOf } from './sso.ts'
import type { World } from './world.ts'

const cookieName = 'JSESSIONID'

export interface Caller {
  readonly user: UserRow
  /** headers for the answer: the cookie of a session that stays */
  readonly headers: Readonly<Record<string, string>>
  /** ends what was started for this request alone */
  finish(): void
}

/** The caller, or undefined: no or dead session, wrong password, or a token without the API's scope. */
export function authenticate(request: Request, world: World): Caller | undefined {
  const [scheme = '', credentials = ''] = (request.headers.get('Authorization') ?? '').split(/\s+(.*)/s)
  const preferences = (request.headers.get('Prefer') ?? '').split(',').map((preference) => preference.trim().toLowerCase())
  const persistent = preferences.includes('persistent-auth')
  const cookie = preferences.includes('new-auth') ? undefined : cookieOf(request)
  const token = scheme.toLowerCase() === 'bearer' ? credentials.trim() : scheme === '' ? cookie : undefined
  if (token !== undefined) {
    const found = sessionUser(world, token)
    if (!found?.session.scope.split(' ').includes('ovirt-app-api')) return undefined
    return { user: found.user, headers: persistent ? cookieHeader(token) : {}, finish: () => undefined }
  }
  if (scheme.toLowerCase() !== 'basic') return undefined
  const [login = '', password = ''] = decodeBasic(credentials).split(/:(.*)/s)
  const user = checkPassword(world, login, password)
  if (typeof user === 'string') return undefined
  const session = startSession(world, user, 'ovirt-app-api', addressOf(request))
  return { user, headers: persistent ? cookieHeader(session.id) : {}, finish: () => { if (!persistent) endSession(world, session.id) } }
}

const cookieHeader = (token: string) => ({ 'Set-Cookie': `${cookieName}=${token}; Path=/ovirt-engine/api; HttpOnly` })
function cookieOf(request: Request): string | undefined {
  const pair = (request.headers.get('Cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${cookieName}=`))
  return pair?.slice(cookieName.length + 1)
}
function decodeBasic(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}
