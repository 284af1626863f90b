import type { Ref } from './entity.ts'
import type { VmBase } from './vm.ts'

/** A template or one of its versions. Source: TemplateMapper.java. */
export interface Template extends VmBase {
  /** ok, locked, illegal, or a word we do not know */
  readonly status: string
  readonly versionName?: string | undefined
  readonly versionNumber: number
  readonly baseTemplate?: Ref | undefined
}
