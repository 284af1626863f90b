import { Button, TextInput } from '@patternfly/react-core'
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon'
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon'
import { useState } from 'react'
import type { Ref as ReactRef } from 'react'
import { useText } from '../../i18n/text.ts'
import type { ListColumn } from './form.ts'
import './form.css'

type Entry = Readonly<Record<string, string>>
interface ListInputProps {
  readonly id: string
  readonly label: string
  readonly columns: readonly ListColumn[]
  readonly value: readonly Entry[]
  readonly isDisabled: boolean
  readonly 'aria-describedby'?: string
  /** takes the focus when the field is wrong */
  readonly innerRef: ReactRef<HTMLInputElement & HTMLButtonElement>
  /** the focus has left all rows */
  readonly onBlur: () => void
  readonly onChange: (rows: readonly Entry[]) => void
}

/** Rows of texts, such as address ranges: add, remove, a mistake shown at its cell. */
export const ListInput = ({ id, label, columns, value, isDisabled, 'aria-describedby': describedBy, innerRef, onBlur, onChange }: ListInputProps) => {
  const { t } = useText()
  const [kept, setKept] = useState<readonly string[]>([])
  // Rows are plain texts, so each gets a name of its own that it keeps when one before it is removed.
  const keys = value.map((_, index) => kept[index] ?? `${id}-${kept.length}-${index}`)
  const change = (index: number, name: string, text: string): void => onChange(value.map((row, at) => (at === index ? { ...row, [name]: text } : row)))
  return (
    <div
      id={id} role="group" aria-label={label} aria-describedby={describedBy} className="list-input"
      onBlur={({ currentTarget, relatedTarget }) => { if (!currentTarget.contains(relatedTarget)) onBlur() }}
    >
      {value.map((row, index) => (
        <div key={keys[index]} className="list-input__row">
          {columns.map((column, place) => (
            <ListCell
              key={column.id} column={column} label={t('form.cell', { name: t(column.id), row: index + 1 })} text={row[column.name] ?? ''} isDisabled={isDisabled}
              {...(index === 0 && place === 0 && { innerRef })} onChange={(text) => change(index, column.name, text)}
            />
          ))}
          <Button variant="plain" icon={<MinusCircleIcon />} isDisabled={isDisabled} aria-label={t('form.removeRow', { row: index + 1 })} onClick={() => { setKept(keys.toSpliced(index, 1)); onChange(value.toSpliced(index, 1)) }} />
        </div>
      ))}
      <Button
        variant="link" icon={<PlusCircleIcon />} isDisabled={isDisabled} {...(value.length === 0 && { ref: innerRef })}
        onClick={() => onChange([...value, Object.fromEntries(columns.map(({ name }) => [name, '']))])}
      >
        {t('form.addRow')}
      </Button>
    </div>
  )
}

interface ListCellProps {
  readonly column: ListColumn
  readonly label: string
  readonly text: string
  readonly isDisabled: boolean
  readonly innerRef?: ReactRef<HTMLInputElement>
  readonly onChange: (text: string) => void
}

/** One text of a row; a mistake shows once the cell was left, not while typing. */
const ListCell = ({ column, label, text, isDisabled, innerRef, onChange }: ListCellProps) => {
  const { t, textOr } = useText()
  const [wasLeft, setLeft] = useState(false)
  const verdict = text === '' || !wasLeft ? undefined : column.check?.(text)
  const wrong = verdict && !verdict.ok ? textOr(verdict.why, verdict.why, verdict.params) : undefined
  return (
    <span className="list-input__cell" data-feature={column.id}>
      <TextInput
        aria-label={label} value={text} isDisabled={isDisabled} validated={wrong === undefined ? 'default' : 'error'} placeholder={t(column.id)} autoComplete="off"
        {...(innerRef && { ref: innerRef })} onBlur={() => setLeft(true)} onChange={(_, next) => onChange(next)}
      />
      {wrong !== undefined && <small role="alert">{wrong}</small>}
    </span>
  )
}
