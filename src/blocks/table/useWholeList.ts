import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { EntityList } from './entityList.ts'

/** A list that is read whole, such as the disks of one VM; the result of its query. */
export const useWholeList = <T extends Row>(key: string, result: UseQueryResult<readonly T[]>): EntityList<T> => {
  const { data, error, isFetching, refetch } = result
  return useMemo(() => {
    const rows = data ?? []
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      key,
      count: rows.length,
      total: data?.length,
      rowAt: (index) => rows[index],
      loaded: () => rows,
      find: (id) => byId.get(id),
      isLoading: data === undefined && !error,
      isRefreshing: isFetching,
      fault: error ?? undefined,
      onRefresh: () => void refetch(),
      onRange: () => undefined,
    }
  }, [key, data, error, isFetching, refetch])
}
