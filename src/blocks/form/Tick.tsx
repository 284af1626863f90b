import { Checkbox } from '@patternfly/react-core'

interface TickProps {
  readonly id: string
  readonly label: string
  /** what a screen reader says where the label alone is not enough: one of many equal boxes */
  readonly fullLabel?: string
  /** feature id */
  readonly feature?: string
  readonly isOn: boolean
  /** stands as it is and cannot be changed; `hint` says why */
  readonly isFixed?: boolean
  readonly hint?: string | undefined
  readonly onChange: (isOn: boolean) => void
}

/** A box to tick among the questions of a dialog. */
export const Tick = ({ id, label, fullLabel, feature, isOn, isFixed = false, hint, onChange }: TickProps) => (
  <Checkbox
    id={id} label={label} {...(fullLabel !== undefined && { 'aria-label': fullLabel })} data-feature={feature}
    isChecked={isOn} isDisabled={isFixed} {...(hint !== undefined && { description: hint })} onChange={(_, next) => onChange(next)}
  />
)
