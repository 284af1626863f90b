import { useText } from '../../i18n/text.ts'

/** How strictly quotas are kept; a word of a newer engine as it came. */
export const QuotaMode = ({ mode }: { readonly mode: string }) => useText().textOr(`dc.quota.${mode}`, mode)
