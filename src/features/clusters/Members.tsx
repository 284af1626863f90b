import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { EntityType, Ref } from '../../domain/entity.ts'
import { nameNow } from '../../engine/names.ts'

/** Names of the members of a group, as links where they have pages. */
export const Members = ({ type, refs }: { readonly type: EntityType; readonly refs: readonly Ref[] }) => (
  <span className="cluster-members">{refs.map((to) => <RefCell key={to.id} type={type} to={to} />)}</span>
)

/** The same as text, as far as it was read. */
export const memberNames = (type: EntityType, refs: readonly Ref[]): string => refs.flatMap((to) => nameNow(type, to) ?? []).join(' ')
