import { queryOptions } from '@tanstack/react-query'
import type * as Wire from '../wire/wire.generated.ts'
import { date, int } from './decode.ts'
import { read } from './transport.ts'

export interface Count { readonly active: number; readonly total: number }

/** What the root of the API says: who we are and what stands there. */
export interface Root {
  readonly userId?: string | undefined
  readonly productName?: string | undefined
  readonly vendor?: string | undefined
  /** such as `4.5.8-1.el9` */
  readonly productVersion?: string | undefined
  /** clock of the engine, epoch milliseconds */
  readonly time?: number | undefined
  /** only for administrators: counts of the whole installation */
  readonly summary?: { readonly vms: Count; readonly hosts: Count; readonly storageDomains: Count; readonly users: Count } | undefined
  readonly lastBackupAt?: number | undefined
}

const count = (wire: Wire.ApiSummaryItem | undefined): Count => ({ active: int(wire?.active, 0), total: int(wire?.total, 0) })

export const decodeRoot = (wire: Wire.Api): Root => ({
  userId: wire.authenticated_user?.id,
  productName: wire.product_info?.name,
  vendor: wire.product_info?.vendor,
  productVersion: wire.product_info?.version?.full_version,
  time: date(wire.time),
  summary: wire.summary && {
    vms: count(wire.summary.vms),
    hosts: count(wire.summary.hosts),
    storageDomains: count(wire.summary.storage_domains),
    users: count(wire.summary.users),
  },
  lastBackupAt: date(wire.engine_backup?.last_engine_backup),
})

/** The root without the filter header, so that the engine shows by `summary` whether the user is an administrator. */
export const readRoot = async (signal?: AbortSignal): Promise<Root> => decodeRoot(await read<Wire.Api>('', { filtered: false, signal }))

/** The root as the portal's other pages read it: product and counts. */
export const rootQuery = queryOptions({ queryKey: ['system', 'root'] as const, queryFn: ({ signal }) => readRoot(signal), staleTime: 60_000 })
