import { Button, TextInput } from '@patternfly/react-core'
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon'
import PlusCircleIcon from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon'
import { useState } from 'react'
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
  readonly onBlur: () => void
  readonly onChange: (rows: readonly Entry[]) => void
}

/** Rows of texts, such as address ranges: add, remove, a mistake shown at its cell. */
export const ListInput = ({ id, label, columns, value, isDisabled, onBlur, onChange }: ListInputProps) => {
  const { t, textOr } = useText()
  const [kept, setKept] = useState<readonly string[]>([])
  // Rows are plain texts, so each gets a name of its own that it keeps when one before it is removed.
  const keys = value.map((_, index) => kept[index] ?? `${id}-${kept.length}-${index}`)
  const change = (index: number, name: string, text: string): void => onChange(value.map((row, at) => (at === index ? { ...row, [name]: text } : row)))
  return (
    <div id={id} role="group" aria-label={label} className="list-input" onBlur={onBlur}>
      {value.map((row, index) => (
        <div key={keys[index]} className="list-input__row">
          {columns.map((column) => {
            const text = row[column.name] ?? ''
            const verdict = text === '' ? undefined : column.check?.(text)
            const wrong = verdict && !verdict.ok ? textOr(verdict.why, verdict.why, verdict.params) : undefined
            return (
              <span key={column.id} className="list-input__cell" data-feature={column.id}>
                <TextInput
                  aria-label={t('form.cell', { name: t(column.id), row: index + 1 })} value={text} isDisabled={isDisabled} validated={wrong === undefined ? 'default' : 'error'}
                  placeholder={t(column.id)} autoComplete="off" onChange={(_, next) => change(index, column.name, next)}
                />
                {wrong !== undefined && <small role="alert">{wrong}</small>}
              </span>
            )
          })}
          <Button variant="plain" icon={<MinusCircleIcon />} isDisabled={isDisabled} aria-label={t('form.removeRow', { row: index + 1 })} onClick={() => { setKept(keys.toSpliced(index, 1)); onChange(value.toSpliced(index, 1)) }} />
        </div>
      ))}
      <Button
        variant="link" icon={<PlusCircleIcon />} isDisabled={isDisabled}
        onClick={() => onChange([...value, Object.fromEntries(columns.map(({ name }) => [name, '']))])}
      >
        {t('form.addRow')}
      </Button>
    </div>
  )
}
