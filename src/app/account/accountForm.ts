import type { Preferences } from '../../blocks/preferences.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** What the account dialog edits. */
export interface AccountValues {
  readonly usesHomePage: boolean
  readonly homePage: string
  readonly sshKey: string
  readonly confirmSuspend: boolean
  readonly keepColumns: boolean
  readonly vncClient: 'default' | 'native' | 'browser'
}

export const toValues = (preferences: Preferences, sshKey: string): AccountValues => ({
  usesHomePage: preferences.homePage !== undefined,
  homePage: preferences.homePage ?? '',
  sshKey,
  confirmSuspend: preferences.confirmSuspend ?? true,
  keepColumns: preferences.keepColumns ?? true,
  vncClient: preferences.vncClient ?? 'default',
})

/** Members that the dialog sets; undefined takes a member back to its default. */
export const toPreferences = (values: AccountValues) => ({
  homePage: values.usesHomePage ? values.homePage : undefined,
  confirmSuspend: values.confirmSuspend ? undefined : false,
  keepColumns: values.keepColumns ? undefined : false,
  vncClient: values.vncClient === 'default' ? undefined : values.vncClient,
})

/** Key types of OpenSSH, then the key in base64. */
const publicKeyLine = /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-nistp(256|384|521)|sk-\S+) [A-Za-z0-9+/]+={0,3}( .*)?$/

/** Sentences about wrong fields. A home page is a path of this portal, never another place. */
export const judgeAccount = ({ usesHomePage, homePage, sshKey }: AccountValues): Readonly<Partial<Record<keyof AccountValues, MessageKey>>> => ({
  ...(usesHomePage && !isPortalPath(homePage) ? { homePage: 'account.field.settings.custom-home-page.wrong' } : {}),
  ...(sshKey !== '' && !sshKey.split('\n').every((line) => publicKeyLine.test(line)) ? { sshKey: 'account.field.settings.user-s-public-key.wrong' } : {}),
})

/** `//host` would lead away, and so would a backslash in its place. */
export const isPortalPath = (path: string): boolean => /^\/(?![/\\])/.test(path)
