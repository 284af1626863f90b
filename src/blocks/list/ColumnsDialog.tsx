import { Button, Checkbox, Modal, ModalBody, ModalFooter, ModalHeader, NumberInput, Radio } from '@patternfly/react-core'
import ArrowDownIcon from '@patternfly/react-icons/dist/esm/icons/arrow-down-icon'
import ArrowUpIcon from '@patternfly/react-icons/dist/esm/icons/arrow-up-icon'
import { useText } from '../../i18n/text.ts'
import type { Column } from '../column.ts'
import { usePreference } from '../preferences.ts'
import { layOutColumns, moveColumn, narrowestPx, orderColumns, setShown, setWidth, widestPx } from '../table/columnLayout.ts'
import { useColumnsPreference } from '../table/useColumnDrag.ts'
import './list.css'

interface ColumnsDialogProps<T> { readonly listId: string; readonly columns: readonly Column<T>[]; readonly onClose: () => void }

const widthStepPx = 16

/** Which columns, in which order, how wide, how dense: applied at once and remembered. */
export const ColumnsDialog = <T,>({ listId, columns, onClose }: ColumnsDialogProps<T>) => {
  const { t } = useText()
  const [wish, setWish] = useColumnsPreference(listId)
  const [density = 'compact', setDensity] = usePreference('density')
  const shown = layOutColumns(columns, wish, 0)
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="columns-title">
      <ModalHeader title={t('list.columns')} labelId="columns-title" />
      <ModalBody>
        <fieldset className="columns-dialog__density">
          <legend>{t('list.density')}</legend>
          {(['compact', 'roomy'] as const).map((choice) => (
            <Radio key={choice} id={`density-${choice}`} name="density" label={t(`list.density.${choice}`)} isChecked={density === choice} onChange={() => setDensity(choice)} />
          ))}
        </fieldset>
        <ul aria-label={t('list.columns')} className="columns-dialog__list">
          {orderColumns(columns, wish).map(({ id, pinned }) => {
            const label = t(id)
            const widthPx = shown.find(({ column }) => column.id === id)?.widthPx
            return (
              <li key={id} className="columns-dialog__column">
                <Checkbox id={`column-${id}`} label={label} isChecked={widthPx !== undefined} isDisabled={pinned === true} onChange={(_, isVisible) => setWish(setShown(wish, id, isVisible))} />
                {widthPx !== undefined && (
                  <NumberInput
                    value={widthPx} min={narrowestPx} max={widestPx} widthChars={4}
                    inputAriaLabel={t('list.width', { name: label })} minusBtnAriaLabel={t('list.narrower', { name: label })} plusBtnAriaLabel={t('list.wider', { name: label })}
                    onMinus={() => setWish(setWidth(wish, id, widthPx - widthStepPx))}
                    onPlus={() => setWish(setWidth(wish, id, widthPx + widthStepPx))}
                    onChange={({ currentTarget }) => setWish(setWidth(wish, id, Number(currentTarget.value)))}
                  />
                )}
                {!pinned && (
                  <span>
                    <Button variant="plain" size="sm" icon={<ArrowUpIcon />} aria-label={t('list.earlier', { name: label })} onClick={() => setWish(moveColumn(columns, wish, id, -1))} />
                    <Button variant="plain" size="sm" icon={<ArrowDownIcon />} aria-label={t('list.later', { name: label })} onClick={() => setWish(moveColumn(columns, wish, id, 1))} />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>{t('button.close')}</Button>
        <Button variant="link" data-feature="shell.action.reset-columns" onClick={() => setWish(undefined)}>{t('list.columns.reset')}</Button>
      </ModalFooter>
    </Modal>
  )
}
