import { FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core'
import { useState } from 'react'
import type { Ref as ReactRef } from 'react'
import { useText } from '../../i18n/text.ts'

const units = [
  { name: 'MiB', bytes: 1024 ** 2 },
  { name: 'GiB', bytes: 1024 ** 3 },
  { name: 'TiB', bytes: 1024 ** 4 },
] as const
type Unit = (typeof units)[number]

/** The largest unit in which the size is a whole number; GiB for nothing. */
export const unitOf = (bytes: number | undefined): Unit =>
  (bytes ? units.findLast((unit) => bytes % unit.bytes === 0) : undefined) ?? (bytes ? units[0] : units[1])

interface BytesInputProps {
  readonly id: string
  readonly label: string
  /** bytes */
  readonly value: number | undefined
  /** bounds in bytes; shown by the browser, judged by the field's check */
  readonly min?: number
  readonly max?: number
  readonly isDisabled: boolean
  readonly isInvalid: boolean
  readonly innerRef: ReactRef<HTMLInputElement>
  readonly 'aria-describedby'?: string
  readonly onBlur: () => void
  readonly onChange: (bytes: number | undefined) => void
}

/** A size: number and unit side by side. Another unit keeps the number and changes the size, as people expect who type first. */
export const BytesInput = ({ id, label, value, min = 0, max, isDisabled, isInvalid, innerRef, onBlur, onChange, ...aria }: BytesInputProps) => {
  const { t } = useText()
  const [unit, setUnit] = useState<Unit>(() => unitOf(value))
  const amount = value === undefined ? '' : String(Number((value / unit.bytes).toFixed(3)))
  const toBytes = (text: string, by: Unit): number | undefined => (text === '' ? undefined : Math.round(Number(text) * by.bytes))
  return (
    <InputGroup>
      <InputGroupItem isFill>
        <TextInput
          id={id} isDisabled={isDisabled} onBlur={onBlur} type="number" min={min / unit.bytes} max={max === undefined ? undefined : max / unit.bytes} step="any" value={amount} validated={isInvalid ? 'error' : 'default'} ref={innerRef}
          {...aria}
          onChange={(_, text) => onChange(toBytes(text, unit))}
        />
      </InputGroupItem>
      <InputGroupItem>
        <FormSelect
          aria-label={t('form.unitOf', { name: label })} value={unit.name} isDisabled={isDisabled}
          onChange={(_, name) => {
            const next = units.find((candidate) => candidate.name === name) ?? unit
            setUnit(next)
            onChange(toBytes(amount, next))
          }}
        >
          {units.map(({ name }) => <FormSelectOption key={name} value={name} label={name} />)}
        </FormSelect>
      </InputGroupItem>
    </InputGroup>
  )
}
