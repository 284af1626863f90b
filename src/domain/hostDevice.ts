import type { Ref } from './entity.ts'

/** A device of a host that a VM may be given. Source: HostDeviceMapper.java. */
export interface HostDevice {
  readonly id: string
  readonly name: string
  readonly capability?: string | undefined
  readonly vendor?: string | undefined
  readonly product?: string | undefined
  readonly driver?: string | undefined
  readonly iommuGroup?: number | undefined
  readonly virtualFunctions?: number | undefined
  readonly placeholder: boolean
  readonly parentDevice?: Ref | undefined
  readonly physicalFunction?: Ref | undefined
  /** the VM that uses it now */
  readonly vm?: Ref | undefined
  readonly mediatedTypes: readonly { readonly name: string; readonly label: string; readonly availableInstances?: number | undefined }[]
}
