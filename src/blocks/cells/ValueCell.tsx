import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

interface ValueCellProps { readonly value: string | number | boolean | undefined }

/** A plain value of a column: text kept apart from the direction of what stands around it, numbers by locale, yes or no; nothing for nothing. */
export const ValueCell = ({ value }: ValueCellProps) => {
  const { t } = useText()
  const { number } = useFormat()
  if (value === undefined || value === '') return null
  if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no')
  if (typeof value === 'number') return number(value)
  return <bdi title={value}>{value}</bdi>
}
