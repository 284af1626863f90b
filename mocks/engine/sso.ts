/** `/ovirt-engine/sso`: tokens for passwords, and what ends them. Source: enginesso servlets OAuthTokenServlet, OAuthRevokeServlet, OAuthTokenInfoServlet; SsoLogoutServlet. */
import { checkPassword, endSession, sessionUser, startSession } from './sessions.ts'
import type { World } from './world.ts'

const apiScope = 'ovirt-app-api'
const impliedScopes = ['ovirt-ext=token-info:authz-search', 'ovirt-ext=token-info:public-authz-search', 'ovirt-ext=token-info:validate', 'ovirt-ext=token:password-access']
/** Largest long: the provider names no end. It is no lifetime. */
const noExpiry = '9223372036854775807'

const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' } })

/** With scope ovirt-app-api alone the key `error` holds the text, otherwise the code. */
function errorAnswer(scopes: readonly string[], code: string, text: string): Response {
  const isApiOnly = scopes.includes(apiScope) && !scopes.some((scope) => scope === 'ovirt-app-admin' || scope === 'ovirt-app-portal')
  return json(400, isApiOnly ? { error_code: code, error: text } : { error: code, error_description: text })
}

/** Answers a request below `/ovirt-engine/sso` or `/ovirt-engine/services/sso-logout`; undefined = not one of these. */
export async function handleSso(request: Request, path: string, world: World): Promise<Response | undefined> {
  if (path === '/ovirt-engine/services/sso-logout') return await logOut(request, world)
  if (!path.startsWith('/ovirt-engine/sso/')) return undefined
  const form = await formOf(request)
  const scopes = (form.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '')
  if (request.headers.get('Accept') !== 'application/json') return errorAnswer(scopes, 'invalid_request', 'The Accept header must be application/json')
  switch (path) {
    case '/ovirt-engine/sso/oauth/token': return giveToken(form, scopes, request, world)
    case '/ovirt-engine/sso/oauth/token-info': return describeToken(form, scopes, world)
    case '/ovirt-engine/sso/oauth/revoke': return errorAnswer(scopes, 'unauthorized_client', 'The client is not known or its secret is wrong')
    case '/ovirt-engine/sso/oauth/token-http-auth': return errorAnswer(scopes, 'access_denied', 'No profile of this engine accepts tickets of the web server')
    default: return new Response(null, { status: 404 })
  }
}

function giveToken(form: URLSearchParams, scopes: readonly string[], request: Request, world: World): Response {
  const grant = form.get('grant_type')
  if (grant === null || grant === '') return errorAnswer(scopes, 'invalid_request', "Missing parameter: 'grant_type'")
  if (grant !== 'password') return errorAnswer(scopes, 'unsupported_grant_type', `Grant type ${grant} is not supported`)
  for (const name of ['username', 'password']) if (!form.get(name)) return errorAnswer(scopes, 'invalid_request', `Missing parameter: '${name}'`)
  if (scopes.length === 0) return errorAnswer(scopes, 'invalid_scope', 'A scope must be given')
  const login = form.get('username') ?? ''
  if (!login.includes('@')) return errorAnswer(scopes, 'access_denied', 'The user name must be followed by @ and the profile')
  const user = checkPassword(world, login, form.get('password') ?? '')
  if (user === 'locked') return errorAnswer(scopes, 'access_denied', `Cannot log in ${login}: the account is locked`)
  if (user === 'not permitted') return errorAnswer(scopes, 'access_denied', `${login} is not allowed to log in`)
  if (user === 'unknown') return errorAnswer(scopes, 'access_denied', `Cannot log in ${login}: the user name or password is wrong`)
  const scope = [...new Set([...scopes, ...(scopes.includes(apiScope) ? impliedScopes : [])])].join(' ')
  const { id } = startSession(world, user, scope, addressOf(request))
  return json(200, { access_token: id, scope, exp: noExpiry, token_type: 'bearer' })
}

/** Without a client secret only `token-info:validate` answers: `{}` while the token lives. */
function describeToken(form: URLSearchParams, scopes: readonly string[], world: World): Response {
  if (!scopes.includes('ovirt-ext=token-info:validate')) return errorAnswer(scopes, 'unauthorized_client', 'The client is not known or its secret is wrong')
  return sessionUser(world, form.get('token') ?? '') ? json(200, {}) : errorAnswer(scopes, 'invalid_grant', 'The token is not valid')
}

async function logOut(request: Request, world: World): Promise<Response> {
  const form = await formOf(request)
  const token = form.get('token') ?? ''
  const scopes = (form.get('scope') ?? '').split(/\s+/)
  if (token === '') return errorAnswer(scopes, 'invalid_request', "Missing parameter: 'token'")
  return endSession(world, token) ? json(200, {}) : errorAnswer(scopes, 'invalid_grant', 'The token is not valid')
}

/** Parameters of the form and of the query: the servlets read both. */
async function formOf(request: Request): Promise<URLSearchParams> {
  const parameters = new URLSearchParams(new URL(request.url).search)
  if (request.method !== 'POST') return parameters
  for (const [name, value] of new URLSearchParams(await request.text())) parameters.append(name, value)
  return parameters
}

export const addressOf = (request: Request): string => request.headers.get('X-Forwarded-For')?.split(',')[0]?.trim() ?? '127.0.0.1'
