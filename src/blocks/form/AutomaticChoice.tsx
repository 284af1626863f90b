import { FormGroup, Radio } from '@patternfly/react-core'
import type { Ref } from '../../domain/entity.ts'
import { EntityPicker } from './EntityPicker.tsx'
import type { Picking } from './form.ts'

interface AutomaticChoiceProps {
  readonly id: string
  readonly label: string
  readonly automaticLabel: string
  readonly chosenLabel: string
  readonly picking: Picking
  /** another key is another set of candidates */
  readonly candidates: string
  /** the user chooses; else the engine does */
  readonly isChosen: boolean
  readonly onChosen: (isChosen: boolean) => void
  readonly value: Ref | undefined
  readonly onChange: (value: Ref | undefined) => void
  readonly isDisabled: boolean
  readonly isInvalid: boolean
}

/** Leaves a choice to the engine, or takes one of the candidates. */
export const AutomaticChoice = ({ id, label, automaticLabel, chosenLabel, picking, candidates, isChosen, onChosen, value, onChange, isDisabled, isInvalid }: AutomaticChoiceProps) => (
  <FormGroup role="radiogroup" label={label} fieldId={id}>
    <Radio id={`${id}-automatic`} name={id} label={automaticLabel} isChecked={!isChosen} isDisabled={isDisabled} onChange={() => onChosen(false)} />
    <Radio
      id={`${id}-chosen`} name={id} label={chosenLabel} isChecked={isChosen} isDisabled={isDisabled} onChange={() => onChosen(true)}
      {...(isChosen && {
        body: <EntityPicker key={candidates} id={id} label={label} picking={picking} value={value} isDisabled={isDisabled} isInvalid={isInvalid} onBlur={() => undefined} onChange={onChange} />,
      })}
    />
  </FormGroup>
)
