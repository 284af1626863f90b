import { Button, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities } from '@patternfly/react-core'
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { KeyboardEvent, Ref as ReactRef } from 'react'
import type { Ref } from '../../domain/entity.ts'
import { listKey } from '../../engine/keys.ts'
import { nameQuery } from '../../engine/names.ts'
import { useText } from '../../i18n/text.ts'
import { OptionItem } from '../../ui/OptionItem.tsx'
import { FaultLine } from '../faults/FaultLine.tsx'
import type { Option, Picking } from './form.ts'
import './form.css'

interface EntityPickerProps {
  readonly id: string
  readonly label: string
  readonly picking: Picking
  readonly value: Ref | undefined
  readonly isDisabled: boolean
  readonly isInvalid: boolean
  readonly innerRef?: ReactRef<HTMLInputElement>
  readonly onBlur: () => void
  readonly onChange: (ref: Ref | undefined) => void
}

const mostOffered = 20

/** Chooses another object: type to search on the engine, ↑ ↓ and Enter; what cannot be chosen stands there with its reason. */
export const EntityPicker = ({ id, label, picking, value, isDisabled, isInvalid, innerRef, onBlur, onChange }: EntityPickerProps) => {
  const { t, textOr } = useText()
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const isOpen = typed !== undefined
  const name = useQuery({ ...nameQuery(picking.type, value?.id ?? ''), enabled: value !== undefined && value.name === undefined })
  const words = typed ?? ''
  const { data, error, refetch } = useQuery({
    queryKey: [...listKey(picking.type), 'picker', listId, words],
    queryFn: ({ signal }) => picking.find(words, mostOffered, signal),
    enabled: isOpen,
  })
  const options = data ?? []
  const choose = (option: Option): void => {
    if (option.refused) return
    onChange({ id: option.id, name: option.name })
    setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = options[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) setTyped('')
      else setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Enter' && isOpen && option) choose(option)
    else if (event.key === 'Escape' && isOpen) setTyped(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const combobox = { role: 'combobox', isExpanded: isOpen, 'aria-controls': listId }
  return (
    <div
      className="entity-picker"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        setTyped(undefined)
        onBlur()
      }}
    >
      <TextInputGroup isDisabled={isDisabled} {...(isInvalid && { validated: 'error' as const })}>
        <TextInputGroupMain
          inputId={id} {...combobox} aria-label={label}
          value={typed ?? value?.name ?? name.data ?? value?.id ?? ''} placeholder={t('form.pick')}
                    {...(isOpen && options[active] && { 'aria-activedescendant': `${listId}-${active}` })}
          inputProps={{ autoComplete: 'off', ...(innerRef && { ref: innerRef }) }}
          onClick={() => { if (!isDisabled) setTyped(typed ?? '') }}
          onChange={(_, text) => { setTyped(text); setActive(0) }}
          onKeyDown={onKeyDown}
        />
        {value !== undefined && !isDisabled && (
          <TextInputGroupUtilities>
            <Button variant="plain" icon={<TimesIcon />} aria-label={`${t('button.clear')}: ${label}`} onClick={() => onChange(undefined)} />
          </TextInputGroupUtilities>
        )}
      </TextInputGroup>
      {isOpen && (
        <ul id={listId} role="listbox" aria-label={label} className="entity-picker__offers">
          {options.map((option, index) => (
            <OptionItem
              key={option.id} id={`${listId}-${index}`} isActive={index === active} isSelected={option.id === value?.id} isRefused={option.refused !== undefined}
              className="entity-picker__offer" onChoose={() => choose(option)}
            >
              <bdi>{option.name}</bdi>
              {option.facts !== undefined && <small> {option.facts}</small>}
              {option.refused && <small> {textOr(option.refused.why, option.refused.why, option.refused.params)}</small>}
            </OptionItem>
          ))}
          {data?.length === 0 && <li role="option" aria-selected={false} aria-disabled className="entity-picker__offer">{t('state.nothingFound')}</li>}
          {!data && !error && <li role="option" aria-selected={false} aria-disabled className="entity-picker__offer">{t('state.loading')}</li>}
        </ul>
      )}
      {isOpen && error && <FaultLine fault={error} onRetry={() => void refetch()} />}
    </div>
  )
}
