/** Log-ins: who may come in, how long a session lives. Source: SsoService, SessionDataContainer, internal's own locking of accounts. */
import { emit } from './events.ts'
import { numberOption } from './options.ts'
import { hasPermit, isAdministrator, theSystem } from './permissions.ts'
import type { SessionRow, UserRow } from './rows.ts'
import type { World } from './world.ts'

const minuteMs = 60_000
/** Wrong passwords before an account of `internal` is locked, and for how long. Source: ovirt-engine-extension-aaa-jdbc, MAX_FAILURES_SINCE_SUCCESS, LOCK_MINUTES. */
const failuresUntilLock = 5
const lockMinutes = 60

export type LoginRefusal = 'unknown' | 'locked' | 'not permitted'

/** Checks a name such as `admin@internal` and a password; five wrong ones in a row lock the account. */
export function checkPassword(world: World, login: string, password: string): UserRow | LoginRefusal {
  const user = userOf(world, login)
  if (!user) {
    emit(world, 'USER_VDC_LOGIN_FAILED', { vars: { login } })
    return 'unknown'
  }
  const now = world.now()
  if (user.lockedUntilMs !== undefined && user.lockedUntilMs > now) {
    emit(world, 'USER_ACCOUNT_DISABLED_OR_LOCKED', { vars: { login } })
    return 'locked'
  }
  if (user.password === undefined || user.password !== password) {
    world.tables.users.change(user.id, (row) => {
      delete row.lockedUntilMs
      row.failedLogins += 1
      if (row.failedLogins < failuresUntilLock) return
      row.failedLogins = 0
      row.lockedUntilMs = now + lockMinutes * minuteMs
    })
    emit(world, 'USER_VDC_LOGIN_FAILED', { vars: { login } })
    return user.lockedUntilMs === undefined ? 'unknown' : 'locked'
  }
  if (!hasPermit(world, user, 'login', theSystem) && !holdsLogin(world, user)) return 'not permitted'
  if (user.failedLogins > 0 || user.lockedUntilMs !== undefined) {
    world.tables.users.change(user.id, (row) => {
      row.failedLogins = 0
      delete row.lockedUntilMs
    })
  }
  return user
}

/** The permit to log in counts wherever it was given. */
function holdsLogin(world: World, user: UserRow): boolean {
  if (isAdministrator(world, user)) return true
  const rows = [...world.tables.permissions.by('user', user.id), ...user.groupIds.flatMap((id) => world.tables.permissions.by('group', id))]
  return rows.some(({ object }) => hasPermit(world, user, 'login', object))
}

/** `admin@internal` names the profile, rows the domain behind it: `admin@internal-authz`. */
function userOf(world: World, login: string): UserRow | undefined {
  const at = login.lastIndexOf('@')
  const [name, profile] = at < 0 ? [login, 'internal'] : [login.slice(0, at), login.slice(at + 1)]
  return world.tables.users.by('user_name', `${name}@${profile}-authz`)[0] ?? world.tables.users.by('user_name', login)[0]
}

export function startSession(world: World, user: UserRow, scope: string, address: string): SessionRow {
  const now = world.now()
  const row = world.tables.sessions.insert({ id: randomToken(), userId: user.id, scope, startedMs: now, lastUsedMs: now })
  emit(world, 'USER_VDC_LOGIN', { user, vars: { address } })
  return row
}
/** Tokens are the one thing that no seed may foretell. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(48))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_')
}

export function endSession(world: World, token: string): boolean {
  const session = world.tables.sessions.get(token)
  if (!session) return false
  world.tables.sessions.remove(token)
  emit(world, 'USER_VDC_LOGOUT', { user: world.tables.users.get(session.userId) })
  return true
}

/** The user of a living session; every use renews it. Idle ones end after UserSessionTimeOutInterval minutes. */
export function sessionUser(world: World, token: string): { session: SessionRow; user: UserRow } | undefined {
  const session = world.tables.sessions.get(token)
  const user = session && world.tables.users.get(session.userId)
  if (!session || !user) return undefined
  if (isIdle(world, session)) {
    dropIdle(world, session)
    return undefined
  }
  world.tables.sessions.change(token, (row) => { row.lastUsedMs = world.now() })
  return { session, user }
}

/** -1 means that sessions never end. */
function isIdle(world: World, { lastUsedMs }: SessionRow): boolean {
  const minutes = numberOption(world, 'UserSessionTimeOutInterval', 30)
  return minutes >= 0 && world.now() - lastUsedMs > minutes * minuteMs
}
function dropIdle(world: World, session: SessionRow) {
  world.tables.sessions.remove(session.id)
  emit(world, 'USER_VDC_SESSION_TERMINATED', { user: world.tables.users.get(session.userId) })
}
export function endIdleSessions(world: World): void {
  for (const session of [...world.tables.sessions.all()]) if (isIdle(world, session)) dropIdle(world, session)
}
