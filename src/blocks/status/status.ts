import type { EntityType } from '../../domain/entity.ts'
import type { StatusKind } from '../../domain/statusKind.ts'

/** Marks laid over a status icon; each says why in lines (message keys, or text that is no key). */
export interface StatusMark { readonly mark: 'alert' | 'lock' | 'pending'; readonly lines: readonly string[] }

/** What is known of the status of an object: the icon's kind, the engine's word and the marks over it. */
export interface Status {
  readonly type: EntityType
  readonly kind: StatusKind
  /** as REST sends it; its sentence is the message `<type>.status.<word>`, an unknown word is shown as it is */
  readonly word: string
  readonly marks?: readonly StatusMark[]
}
