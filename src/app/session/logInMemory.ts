const nameKey = 'portal.logInName'
const profilesKey = 'portal.logInProfiles'
const mostProfiles = 5

/** What the log-in form proposes. The engine names its profiles only after log-in, so the form remembers those that worked. */
export interface LogInMemory { readonly user: string; readonly profiles: readonly [string, ...string[]] }

/** In: what storage holds, or null. Out: profiles newest first; `internal`, which every engine has, when there are none. */
export const toProfiles = (stored: string | null): readonly [string, ...string[]] => {
  const [first, ...rest] = (stored ?? '').split('\n').filter((profile) => profile !== '')
  return first === undefined ? ['internal'] : [first, ...rest]
}

export const recallLogIn = (): LogInMemory => {
  try {
    return { user: localStorage.getItem(nameKey) ?? '', profiles: toProfiles(localStorage.getItem(profilesKey)) }
  } catch {
    // Storage may be forbidden by the browser; then nothing is proposed.
    return { user: '', profiles: ['internal'] }
  }
}

/** Keeps user name and profile, never the password. */
export const rememberLogIn = (user: string, profile: string): void => {
  try {
    const profiles = [profile, ...recallLogIn().profiles.filter((known) => known !== profile)].slice(0, mostProfiles)
    localStorage.setItem(nameKey, user)
    localStorage.setItem(profilesKey, profiles.join('\n'))
  } catch {
    // see recallLogIn
  }
}
