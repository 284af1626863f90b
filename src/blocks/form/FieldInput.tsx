import { Checkbox, FormSelect, FormSelectOption, Switch, TextArea, TextInput } from '@patternfly/react-core'
import type { Ref as ReactRef } from 'react'
import type { Ref } from '../../domain/entity.ts'
import { useText } from '../../i18n/text.ts'
import { BytesInput } from './BytesInput.tsx'
import { EntityPicker } from './EntityPicker.tsx'
import type { Choice, ListColumn, Picking } from './form.ts'
import { ListInput } from './ListInput.tsx'
import { NumberField } from './NumberField.tsx'
import type { MessageKey } from '../../i18n/messages.ts'

/** Every way to enter a value, without the type of the value. */
export type AnyKind =
  | { readonly kind: 'switch' | 'check' | 'text' | 'textarea' | 'password' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[] }
  | { readonly kind: 'number'; readonly unit?: MessageKey; readonly min?: number; readonly max?: number }
  | { readonly kind: 'bytes'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'picker'; readonly picking: Picking }
  | { readonly kind: 'list'; readonly columns: readonly ListColumn[] }

interface FieldInputProps {
  readonly kind: AnyKind
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly isDisabled: boolean
  readonly isInvalid: boolean
  readonly describedBy: string | undefined
  readonly innerRef: ReactRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement & HTMLButtonElement>
  readonly onBlur: () => void
  readonly onChange: (value: unknown) => void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const limitsOf = ({ min, max }: { readonly min?: number; readonly max?: number }) => ({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) })
const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'id' in value
const isRows = (value: unknown): value is readonly Readonly<Record<string, string>>[] => Array.isArray(value)

/** The control of a field by its kind. Password managers are kept away from everything but passwords. */
export const FieldInput = ({ kind: field, id, label, value, isDisabled, isInvalid, describedBy, innerRef, onBlur, onChange }: FieldInputProps) => {
  const { t } = useText()
  const shared = { id, isDisabled, onBlur, 'aria-invalid': isInvalid, ...(describedBy !== undefined && { 'aria-describedby': describedBy }) }
  const validated = isInvalid ? 'error' as const : 'default' as const
  switch (field.kind) {
    case 'switch':
      return <Switch {...shared} label={label} isChecked={value === true} onChange={(_, next) => onChange(next)} />
    case 'check':
      return <Checkbox {...shared} label={label} isChecked={value === true} onChange={(_, next) => onChange(next)} ref={innerRef} />
    case 'text':
      return <TextInput {...shared} validated={validated} value={textOf(value)} autoComplete="off" onChange={(_, next) => onChange(next)} ref={innerRef} />
    case 'password':
      return <TextInput {...shared} validated={validated} type="password" value={textOf(value)} autoComplete="new-password" onChange={(_, next) => onChange(next)} ref={innerRef} />
    case 'textarea':
      return <TextArea {...shared} validated={validated} value={textOf(value)} resizeOrientation="vertical" rows={3} onChange={(_, next) => onChange(next)} ref={innerRef} />
    case 'choice':
      return (
        <FormSelect {...shared} validated={validated} value={textOf(value)} onChange={(_, next) => onChange(next)} ref={innerRef}>
          {field.choices.map((choice) => <FormSelectOption key={choice.value} value={choice.value} label={typeof choice.label === 'string' ? t(choice.label) : choice.label.text} />)}
        </FormSelect>
      )
    case 'number':
      return <NumberField {...shared} {...limitsOf(field)} {...(field.unit && { unit: field.unit })} value={numberOf(value)} isInvalid={isInvalid} innerRef={innerRef} onChange={onChange} />
    case 'bytes':
      return <BytesInput {...shared} {...limitsOf(field)} label={label} value={numberOf(value)} isInvalid={isInvalid} innerRef={innerRef} onChange={onChange} />
    case 'picker':
      return <EntityPicker {...shared} picking={field.picking} label={label} value={isRef(value) ? value : undefined} isInvalid={isInvalid} innerRef={innerRef} onChange={onChange} />
    case 'list':
      return <ListInput {...shared} columns={field.columns} label={label} value={isRows(value) ? value : []} innerRef={innerRef} onChange={onChange} />
  }
}
