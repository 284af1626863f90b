import { queryOptions } from '@tanstack/react-query'
import type { OperatingSystem } from '../../domain/operatingSystem.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { decodeItems } from '../children.ts'
import { ref } from '../decode.ts'
import { read } from '../transport.ts'

export const decodeOperatingSystem = (wire: Wire.OperatingSystemInfo): OperatingSystem => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? wire.name ?? '',
  architecture: wire.architecture,
  smallIcon: ref(wire.small_icon),
  largeIcon: ref(wire.large_icon),
  tpmSupport: wire.tpm_support,
})

/** Operating systems the engine offers; they change with its packages only. */
export const operatingSystems = queryOptions({
  queryKey: ['operating_system', 'all'] as const,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<readonly OperatingSystem[]> =>
    decodeItems<OperatingSystem, Wire.OperatingSystemInfo>(await read('operatingsystems', { signal }), 'operating_system', decodeOperatingSystem),
})
