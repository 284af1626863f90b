import { TextInput, InputGroup, InputGroupItem, InputGroupText } from '@patternfly/react-core'
import type { Ref as ReactRef } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'

interface NumberFieldProps {
  readonly id: string
  readonly value: number | undefined
  readonly unit?: MessageKey
  readonly min?: number
  readonly max?: number
  readonly isDisabled: boolean
  readonly isInvalid: boolean
  readonly innerRef: ReactRef<HTMLInputElement>
  readonly 'aria-describedby'?: string
  readonly onBlur: () => void
  readonly onChange: (value: number | undefined) => void
}

/** A number with its unit beside it; empty is undefined. */
export const NumberField = ({ value, unit, min, max, isInvalid, innerRef, onChange, id, isDisabled, onBlur, ...aria }: NumberFieldProps) => {
  const { t } = useText()
  const input = (
    <TextInput
      {...aria} id={id} isDisabled={isDisabled} onBlur={onBlur} type="number" value={value ?? ''} min={min} max={max} validated={isInvalid ? 'error' : 'default'} autoComplete="off" ref={innerRef}
      onChange={(_, text) => onChange(text === '' ? undefined : Number(text))}
    />
  )
  if (unit === undefined) return input
  return <InputGroup><InputGroupItem isFill>{input}</InputGroupItem><InputGroupText>{t(unit)}</InputGroupText></InputGroup>
}
