import type { Host } from '../../domain/host.ts'
import { hostBadges } from '../../domain/hostStatus.ts'
import type { Text } from '../../i18n/text.ts'

/** What one of the signs of a host means; an outside system's status is said in words. */
export const badgeWord = ({ textOr }: Text, { externalStatus = '' }: Host, key: string): string =>
  textOr(key, key, { status: textOr(`external_status.${externalStatus}`, externalStatus) })

/** All signs of a host in words. */
export const badgeWords = (text: Text, host: Host): readonly string[] => hostBadges(host).map((key) => badgeWord(text, host, key))
