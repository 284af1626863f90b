import type { Row } from '../../engine/resource.ts'
import type { Action } from '../action.ts'
import { useMay } from '../rights.ts'
import type { Placed } from '../placed.ts'
import { useUrlState } from '../url/useUrlState.ts'
import { offerAction } from './offer.ts'
import { ActionDialog } from './usePerform.tsx'

interface UrlActionDialogProps<T extends Row> {
  readonly placed: Placed<T>
  readonly actions: readonly Action<T>[]
  /** the object that the URL names */
  readonly row: T
}

/** The dialog that `?do=` names, for the object that the URL names; nothing where the action is not offered here. */
export const UrlActionDialog = <T extends Row>({ placed, actions, row }: UrlActionDialogProps<T>) => {
  const may = useMay(placed)
  const [url, setUrl] = useUrlState()
  const action = actions.find(({ id }) => id === url.do)
  if (!action || !offerAction(action, [row], may)) return null
  return <ActionDialog action={action} rows={[row]} onClose={() => setUrl({ do: undefined, host: undefined }, { replace: true })} />
}
