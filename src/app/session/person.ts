import type { LogInOutcome } from '../../engine/sso.ts'
import type { Credentials, LogInRefusal } from './LogInForm.tsx'

/** `admin@ovirt@internalsso` → user `admin@ovirt`, profile `internalsso`: the profile is what follows the last @. */
export const splitUserName = (userName: string): { readonly user: string; readonly profile: string } => {
  const at = userName.lastIndexOf('@')
  return at < 0 ? { user: userName, profile: '' } : { user: userName.slice(0, at), profile: userName.slice(at + 1) }
}

/** The name the engine's SSO takes. */
export const joinUserName = ({ user, profile }: Pick<Credentials, 'user' | 'profile'>): string => `${user}@${profile}`

const sentences = {
  wrong: 'login.refused.wrong',
  locked: 'login.refused.locked',
  unreachable: 'login.refused.unreachable',
  refused: 'login.refused.other',
} as const

/** Why the log-in failed, as the form says it. The engine's own words stand beside ours only where ours say nothing. */
export const toRefusal = (outcome: LogInOutcome): LogInRefusal | undefined =>
  outcome.ok ? undefined : { why: sentences[outcome.why], detail: outcome.why === 'refused' ? outcome.detail : undefined }
