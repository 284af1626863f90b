import { useQuery } from '@tanstack/react-query'
import type { DetailQuery, Row } from '../../engine/resource.ts'

/** One object: at first as its list showed it, then whole. */
export const useDetail = <T extends Row>(source: { readonly detail: (id: string) => DetailQuery<T> }, id: string): { readonly row: T | undefined; readonly fault: Error | null; readonly isWhole: boolean; readonly onRetry: () => void } => {
  const { queryKey, queryFn, placeholderData } = source.detail(id)
  const { data, error, refetch } = useQuery({ queryKey, queryFn })
  return { row: data ?? placeholderData(), fault: error, isWhole: data !== undefined, onRetry: () => void refetch() }
}
