import { useQuery } from '@tanstack/react-query'
import { mostCounted } from '../../engine/counts.ts'
import type { countQuery } from '../../engine/counts.ts'
import { useFormat } from '../../i18n/format.ts'
import { LinkCell } from './cells.tsx'

interface CountCellProps {
  readonly query: ReturnType<typeof countQuery>
  /** list of what is counted */
  readonly href?: string
}

/** A number of rows, "100+" where there may be more; asked for while it is drawn. */
export const CountCell = ({ query, href }: CountCellProps) => {
  const { count } = useFormat()
  const { data } = useQuery(query)
  if (data === undefined) return null
  const text = count(data, data >= mostCounted)
  return href === undefined ? text : <LinkCell to={href}>{text}</LinkCell>
}
