import type { ReactNode } from 'react'

interface OptionItemProps {
  readonly id: string
  /** the one that Enter in the text field takes */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly isRefused?: boolean
  readonly className: string
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** One offer of a combobox. The focus stays in the text field: a press here must not take it before the click arrives. */
export const OptionItem = ({ id, isActive, isSelected, isRefused = false, className, onChoose, children }: OptionItemProps) => (
  <li
    id={id} role="option" aria-selected={isSelected} tabIndex={-1} className={`${className}${isActive ? ` ${className}--active` : ''}`}
    {...(isRefused && { 'aria-disabled': true })}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
    onKeyDown={({ key }) => { if (key === 'Enter') onChoose() }}
  >
    {children}
  </li>
)
