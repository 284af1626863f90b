import { Button, FormGroup, FormHelperText, FormSection, HelperText, HelperTextItem, Popover } from '@patternfly/react-core'
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon'
import { Fragment } from 'react'
import { useController } from 'react-hook-form'
import type { FieldValues } from 'react-hook-form'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { featureProps } from '../featureProps.ts'
import { FieldInput } from './FieldInput.tsx'
import type { AnyKind } from './FieldInput.tsx'
import type { FieldFacts, FormFacts } from './form.ts'
import './form.css'
import { presenceOf } from './formValues.ts'
import type { EntityFormState } from './useEntityForm.ts'

interface FormFieldsProps<Entity, Values extends FieldValues, Body extends object> {
  readonly form: FormFacts<Entity, Values, Body>
  readonly state: EntityFormState<Entity, Values, Body>
}

/** The sections of a form with their visible fields. */
export const FormFields = <Entity, Values extends FieldValues, Body extends object>({ form, state }: FormFieldsProps<Entity, Values, Body>) => {
  const { t } = useText()
  return form.sections.map(({ id, fields }) => {
    const shown = fields.filter((field) => presenceOf(field, state.values) !== 'hidden')
    const content = shown.map((field) => <FormField key={String(field.name)} field={field} state={state} />)
    // No element of its own: the form spaces its children.
    if (id === undefined) return <Fragment key={String(fields[0]?.name)}>{content}</Fragment>
    return shown.length > 0 && <FormSection key={id} title={t(id)}>{content}</FormSection>
  })
}

interface FormFieldProps<Entity, Values extends FieldValues, Body extends object> {
  readonly field: Pick<FieldFacts<Entity, Values, keyof Values, Body>, 'name' | 'id' | 'also' | 'required' | 'tell'> & Parameters<typeof presenceOf<Entity, Values, Body>>[0] & AnyKind
  readonly state: EntityFormState<Entity, Values, Body>
}

/** One field: label above, help behind a button, why it is disabled or wrong below. */
const FormField = <Entity, Values extends FieldValues, Body extends object>({ field, state }: FormFieldProps<Entity, Values, Body>) => {
  const { t, textOr } = useText()
  const { number } = useFormat()
  const { control, judge, pathOf, onChange, values } = state
  const { field: input, fieldState } = useController({ control: control.control, name: pathOf(field.name), rules: { validate: () => judge(field.name) } })
  const presence = presenceOf(field, values)
  const disabled = typeof presence === 'object' ? textOr(presence.why, presence.why, presence.params) : undefined
  const inputId = `field-${field.id}`
  const helperId = `${inputId}-helper`
  const help = textOr(`${field.id}.help`, '')
  const error = fieldState.error?.message
  const told = field.tell?.(values[field.name])
  const below = error ?? disabled ?? (told && t(told.key, { count: told.count, value: number(told.count) }))
  const isOwnLabel = field.kind === 'check' || field.kind === 'switch'
  const label = t(field.id)
  return (
    <FormGroup
      {...featureProps(field)}
      {...(!isOwnLabel && { label, fieldId: inputId, isRequired: field.required === true, ...(help !== '' && { labelHelp: <Help label={label} text={help} /> }) })}
    >
      <div className={isOwnLabel ? 'own-label' : undefined}>
        <FieldInput
          kind={field} id={inputId} label={label} value={input.value} isDisabled={disabled !== undefined} isInvalid={error !== undefined}
          describedBy={below === undefined ? undefined : helperId}
          innerRef={input.ref} onBlur={input.onBlur}
          // The kind of the field fixes the type of what its input gives.
          onChange={(value) => onChange(field.name, value as Values[keyof Values])}
        />
        {isOwnLabel && help !== '' && <Help label={label} text={help} />}
      </div>
      {below !== undefined && (
        <FormHelperText>
          <HelperText id={helperId} isLiveRegion={error !== undefined}>
            <HelperTextItem variant={error === undefined ? 'default' : 'error'} screenReaderText={t('state.error')}>{below}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  )
}

const Help = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const { t } = useText()
  return (
    <Popover bodyContent={text} closeBtnAriaLabel={t('button.close')}>
      <Button variant="plain" size="sm" icon={<QuestionCircleIcon />} aria-label={t('form.help', { name: label })} />
    </Popover>
  )
}
