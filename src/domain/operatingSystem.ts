import type { Ref } from './entity.ts'

/** A guest operating system the engine offers; `name` is its key such as `rhel_9x64`. Source: OperatingSystemMapper. */
export interface OperatingSystem {
  readonly id: string
  readonly name: string
  /** what people read */
  readonly description: string
  readonly architecture?: string | undefined
  readonly smallIcon?: Ref | undefined
  readonly largeIcon?: Ref | undefined
  readonly tpmSupport?: string | undefined
}
