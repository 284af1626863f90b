import { Button } from '@patternfly/react-core'
import { useText } from '../../i18n/text.ts'

/** "3 selected" with clear; nothing while nothing is chosen. */
export const SelectedCount = ({ count, onClear }: { readonly count: number; readonly onClear: () => void }) => {
  const { t } = useText()
  return (
    <span role="status">
      {count > 0 && <>{t('count.selected', { count })} <Button variant="link" isInline onClick={onClear}>{t('button.clear')}</Button></>}
    </span>
  )
}
