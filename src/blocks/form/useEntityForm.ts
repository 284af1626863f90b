import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form'
import { isEngineFault } from '../../engine/fault.ts'
import { useText } from '../../i18n/text.ts'
import type { FormFacts } from './form.ts'
import { changedNames, fieldsOf, judgeField, startValues } from './formValues.ts'

/** What a form hands over: the values, and the names of those that differ from the beginning. */
export interface Submission<Values> { readonly values: Values; readonly changed: readonly (keyof Values)[] }

/**
 * One form while it is filled in; dialog, page and wizard share it. A field is judged when it is left and on submit,
 * which goes to the first error. A refusal of the engine goes to the field it speaks of, else stays as `fault`; the values stay in any case.
 */
export const useEntityForm = <Entity, Values extends FieldValues, Body extends object>(
  form: FormFacts<Entity, Values, Body>,
  entity: Entity | undefined,
  onSubmit: (submission: Submission<Values>) => Promise<unknown>,
) => {
  const { t, textOr } = useText()
  const [start] = useState(() => startValues(form, entity))
  const [fault, setFault] = useState<unknown>()
  const isSending = useRef(false)
  const [isBusy, setBusy] = useState(false)
  // DefaultValues is a deep Partial of the values that TypeScript cannot relate to a type parameter.
  const control = useForm<Values>({ defaultValues: start as DefaultValues<Values>, mode: 'onBlur', reValidateMode: 'onChange', shouldFocusError: true })
  const values = control.watch()

  const judge = (name: keyof Values): string | true => {
    const field = fieldsOf(form).find((candidate) => candidate.name === name)
    const verdict = field ? judgeField(field, control.getValues()) : { ok: true as const }
    return verdict.ok ? true : textOr(verdict.why, verdict.why, verdict.params)
  }
  /** The form is flat, so every name of a value is a path. */
  const pathOf = (name: keyof Values): Path<Values> => String(name) as Path<Values>

  const onChange = <Name extends keyof Values>(name: Name, value: Values[Name]): void => {
    const before = { ...control.getValues(), [name]: value }
    const after = form.settle?.(before, name) ?? before
    for (const changed of changedNames(form, control.getValues(), after)) {
      const path = pathOf(changed)
      control.setValue(path, after[changed] as PathValue<Values, Path<Values>>, { shouldDirty: true, shouldValidate: control.getFieldState(path).invalid }) // value of the same name
    }
  }

  const send = control.handleSubmit(async (sent: Values) => {
    if (isSending.current) return
    isSending.current = true
    setBusy(true)
    setFault(undefined)
    try {
      await onSubmit({ values: sent, changed: changedNames(form, start, sent) })
    } catch (refusal) {
      const name = isEngineFault(refusal) ? form.faultField?.(refusal) : undefined
      if (name !== undefined && isEngineFault(refusal)) control.setError(pathOf(name), { message: refusal.messages.join(' ') || t('fault.refused') }, { shouldFocus: true })
      else setFault(refusal)
    } finally {
      isSending.current = false
      setBusy(false)
    }
  })

  return { control, values, judge, pathOf, onChange, send, fault, isBusy, isChanged: changedNames(form, start, values).length > 0 }
}

export type EntityFormState<Entity, Values extends FieldValues, Body extends object> = ReturnType<typeof useEntityForm<Entity, Values, Body>>
