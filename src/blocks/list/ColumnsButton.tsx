import { Button } from '@patternfly/react-core'
import ColumnsIcon from '@patternfly/react-icons/dist/esm/icons/columns-icon'
import { useText } from '../../i18n/text.ts'
import type { Column } from '../column.ts'
import { openOverlayLater } from '../overlays/overlays.tsx'

interface ColumnsButtonProps<T> { readonly listId: string; readonly columns: readonly Column<T>[] }

/** Opens the choice of columns and density. */
export const ColumnsButton = <T,>({ listId, columns }: ColumnsButtonProps<T>) => {
  const { t } = useText()
  const onOpen = (): void => openOverlayLater(async () => {
    const { ColumnsDialog } = await import('./ColumnsDialog.tsx')
    return (onClose) => <ColumnsDialog listId={listId} columns={columns} onClose={onClose} />
  })
  return <Button variant="plain" icon={<ColumnsIcon />} aria-label={t('list.columns')} title={t('list.columns')} data-feature="shell.action.column-chooser common.list.columns" onClick={onOpen} />
}
