import { queryOptions } from '@tanstack/react-query'
import type { Icon, OperatingSystem } from '../../domain/operatingSystem.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { decodeItems } from '../children.ts'
import { ref } from '../decode.ts'
import { read, toPath } from '../transport.ts'

export const decodeOperatingSystem = (wire: Wire.OperatingSystemInfo): OperatingSystem => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? wire.name ?? '',
  architecture: wire.architecture,
  smallIcon: ref(wire.small_icon),
  largeIcon: ref(wire.large_icon),
  tpmSupport: wire.tpm_support,
})

export const decodeIcon = (wire: Wire.Icon): Icon => ({ id: wire.id ?? '', mediaType: wire.media_type ?? '', data: wire.data ?? '' })

/** Operating systems the engine offers; they change with its packages only. */
export const operatingSystems = queryOptions({
  queryKey: ['operating_system', 'all'] as const,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<readonly OperatingSystem[]> =>
    decodeItems<OperatingSystem, Wire.OperatingSystemInfo>(await read('operatingsystems', { signal }), 'operating_system', decodeOperatingSystem),
})

/** One picture; an icon's id names its content, so it never changes. */
export const iconQuery = (id: string) =>
  queryOptions({
    queryKey: ['icon', id] as const,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Icon> => decodeIcon(await read<Wire.Icon>(toPath('icons', id), { signal })),
  })

/** Picture as a data URL, or nothing where the engine's media type is no bitmap we would show. */
export const toIconUrl = ({ mediaType, data }: Icon): string | undefined =>
  /^image\/(png|jpeg|gif)$/.test(mediaType) && /^[A-Za-z0-9+/=\s]+$/.test(data) ? `data:${mediaType};base64,${data.replaceAll(/\s/g, '')}` : undefined
