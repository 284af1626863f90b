import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-icon'
import UsersIcon from '@patternfly/react-icons/dist/esm/icons/users-icon'
import { useQuery } from '@tanstack/react-query'
import type { Target } from '../../domain/entity.ts'
import { nameNow, nameQuery } from '../../engine/names.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import type { Column } from '../column.ts'
import type { HeldPermission } from './held.ts'

const KindCell = ({ kind }: Pick<HeldPermission, 'kind'>) => {
  const { t } = useText()
  return <>{kind === 'user' ? <UserIcon aria-hidden /> : <UsersIcon aria-hidden />} {t(`entity.${kind}`)}</>
}

/** The object a permission comes from: its kind and name. */
const InheritedCell = ({ from }: { readonly from: Target }) => {
  const { t, textOr } = useText()
  const isSystem = from.type === 'system'
  const { data } = useQuery({ ...nameQuery(from.type, from.id), enabled: !isSystem })
  const type = textOr(`entity.${from.type}`, from.type)
  return <bdi>{isSystem || !data ? type : t('permission.inherited', { type, name: data })}</bdi>
}

const named = (id: MessageKey & string, member: 'domain' | 'namespace' | 'holder' | 'role', widthPx: number): Column<HeldPermission> =>
  ({ id, value: (row) => row[member], cell: (row) => <bdi title={row[member]}>{row[member]}</bdi>, sortLoaded: true, widthPx })

/** Columns of permissions; the engine tells neither when one was given nor by which way it is inherited. */
export const permissionColumns: readonly Column<HeldPermission>[] = [
  { id: 'permission.column.type', also: ['common.col.permissions'], value: ({ kind }) => kind, cell: ({ kind }) => <KindCell kind={kind} />, widthPx: 110 },
  { ...named('permission.column.user', 'holder', 260), pinned: true },
  named('permission.column.authz', 'domain', 200),
  named('permission.column.namespace', 'namespace', 140),
  named('permission.column.role', 'role', 200),
  { id: 'permission.column.inherited', value: ({ from }) => (from && from.type !== 'system' ? nameNow(from.type, { id: from.id }) : from?.type), cell: ({ from }) => from && <InheritedCell from={from} />, widthPx: 220 },
]
