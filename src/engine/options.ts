import { queryOptions } from '@tanstack/react-query'
import type * as Wire from '../wire/wire.generated.ts'
import { queryClient } from './cache.ts'
import { list } from './decode.ts'
import { isEngineFault } from './fault.ts'
import { read, toPath } from './transport.ts'

/**
 * What the engine ships, for options it does not tell: users may not read all of them, and older engines lack some.
 * Source: 0000_config.sql.
 */
const shipped = {
  UserSessionTimeOutInterval: '30',
  SearchResultsLimit: '100',
  WebSocketProxy: 'Off',
  ApplicationMode: '255',
  WarningLowSpaceIndicator: '10',
  CriticalSpaceActionBlocker: '5',
  DefaultMTU: '1500',
  MaxBlockDiskSizeInGibiBytes: '8192',
  StorageDomainNameSizeLimit: '50',
  StoragePoolNameSizeLimit: '40',
  TransferImageClientInactivityTimeoutInSeconds: '60',
  SchedulerAllowOverBooking: 'false',
  SchedulerOverBookingThreshold: '10',
  SpeedOptimizationSchedulingThreshold: '10',
  SupportedClusterLevels: '4.2,4.3,4.4,4.5,4.6,4.7,4.8',
  VdcVersion: '',
  ProductRPMVersion: '',
} as const
export type OptionName = keyof typeof shipped

/** Values of one option: `general` for those without versions, the newest version's where there are several. */
export interface OptionValues { readonly value: string; readonly byVersion: Readonly<Record<string, string>> }

export const decodeOption = (wire: Wire.SystemOption, absent: string): OptionValues => {
  const values = list(wire.values?.system_option_value)
  return {
    value: values.at(-1)?.value ?? absent,
    byVersion: Object.fromEntries(values.map(({ version = 'general', value = '' }) => [version, value])),
  }
}

/** One engine option, the shipped value where the engine does not say (GetSystemOptionQuery answers 404). Never fails for that. */
export const optionQuery = (name: OptionName) =>
  queryOptions({
    queryKey: ['option', name] as const,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<OptionValues> => {
      try {
        return decodeOption(await read<Wire.SystemOption>(toPath('options', name), { signal }), shipped[name])
      } catch (error) {
        if (isEngineFault(error, 'missing') || isEngineFault(error, 'forbidden') || isEngineFault(error, 'refused')) return { value: shipped[name], byVersion: {} }
        throw error
      }
    },
  })

/** An option as number; the shipped one where it is no number. */
export async function readOptionNumber(name: OptionName): Promise<number> {
  const { value } = await queryClient.fetchQuery(optionQuery(name))
  const number = Number(value)
  return value !== '' && Number.isFinite(number) ? number : Number(shipped[name])
}
