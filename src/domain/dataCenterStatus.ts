import type { StatusKind } from './statusKind.ts'

/** Source: StoragePoolStatus.java with DataCenterMapper.java; REST `problematic` is NonResponsive. */
const kinds: Readonly<Partial<Record<string, StatusKind>>> = {
  uninitialized: 'unconfigured',
  up: 'up',
  maintenance: 'maintenance',
  not_operational: 'error',
  problematic: 'error',
  contend: 'waiting',
}

/** Which icon stands for the data center; a word we do not know is shown as unknown. */
export const dataCenterStatusKind = ({ status }: { readonly status: string }): StatusKind => kinds[status] ?? 'unknown'
