import { Modal, ModalBody, TextInput } from '@patternfly/react-core'
import { useQueries } from '@tanstack/react-query'
import { Fragment, useDeferredValue, useId, useState, useSyncExternalStore } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { OptionItem } from '../../ui/OptionItem.tsx'
import { currentActions } from './currentActions.ts'
import './palette.css'

/** A page of the portal. */
export interface PalettePage { readonly label: MessageKey; readonly to: string }
/** An object found by its name. */
export interface PaletteObject { readonly id: string; readonly name: string; readonly to: string }
/** A kind of objects that can be found by name: asks the server. */
export interface PaletteKind {
  readonly label: MessageKey
  readonly find: (text: string, most: number) => { readonly queryKey: readonly unknown[]; readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<readonly PaletteObject[]> }
}

interface PaletteProps { readonly pages: readonly PalettePage[]; readonly kinds: readonly PaletteKind[]; readonly onClose: () => void }

interface Entry { readonly key: string; readonly group: MessageKey; readonly label: string; readonly note?: string; readonly onChoose: () => void }

const mostPerKind = 5
const shortest = 2

/** Jump to a page, to an object by name, or do something with the object on the page: type, ↑ ↓, Enter. */
export const Palette = ({ pages, kinds, onClose }: PaletteProps) => {
  const { t } = useText()
  const navigate = useNavigate()
  const listId = useId()
  const inputId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const actions = useSyncExternalStore(currentActions.subscribe, currentActions.getSnapshot)
  const wanted = useDeferredValue(text.trim())
  const found = useQueries({ queries: kinds.map(({ find }) => ({ ...find(wanted, mostPerKind), enabled: wanted.length >= shortest })) })

  const fits = (label: string): boolean => label.toLowerCase().includes(text.trim().toLowerCase())
  const go = (to: string) => () => void navigate(to)
  const entries: readonly Entry[] = [
    ...actions.map(({ id, subject, onChoose }) => ({ key: `do-${id}`, group: 'palette.actions' as const, label: t(id), note: subject, onChoose })),
    ...pages.map(({ label, to }) => ({ key: `to-${to}`, group: 'palette.pages' as const, label: t(label), onChoose: go(to) })),
  ].filter(({ label }) => fits(label))
  const objects: readonly Entry[] = wanted.length < shortest ? [] : kinds.flatMap(({ label }, index) =>
    (found[index]?.data ?? []).map(({ id, name, to }) => ({ key: id, group: label, label: name, onChoose: go(to) })))
  const all = [...objects, ...entries]
  const isSearching = found.some(({ isFetching }) => isFetching)

  const choose = ({ onChoose }: Entry): void => {
    onClose()
    onChoose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = all[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % Math.max(1, all.length))
    else if (event.key === 'Enter' && entry) choose(entry)
    else return
    event.preventDefault()
  }
  return (
    <Modal isOpen variant="small" position="top" elementToFocus={`#${inputId}`} onClose={onClose} aria-label={t('palette.label')} data-feature="plus.palette">
      <ModalBody>
        <TextInput
          id={inputId} type="search" value={text} aria-label={t('palette.label')} placeholder={t('palette.placeholder')} autoComplete="off"
          role="combobox" aria-expanded={all.length > 0} aria-controls={listId} {...(all[active] && { 'aria-activedescendant': `${listId}-${active}` })}
          onChange={(_, next) => { setText(next); setActive(0) }} onKeyDown={onKeyDown}
        />
        <ul id={listId} role="listbox" aria-label={t('palette.label')} className="palette__list">
          {all.map((entry, index) => (
            <Fragment key={entry.key}>
              {entry.group !== all[index - 1]?.group && <li role="presentation" className="palette__group">{t(entry.group)}</li>}
              <OptionItem id={`${listId}-${index}`} isActive={index === active} isSelected={index === active} className="palette__entry" onChoose={() => choose(entry)}>
                <bdi>{entry.label}</bdi>{entry.note !== undefined && <small><bdi>{entry.note}</bdi></small>}
              </OptionItem>
            </Fragment>
          ))}
        </ul>
        {all.length === 0 && <p role="status">{isSearching ? t('state.loading') : t('state.nothingFound')}</p>}
      </ModalBody>
    </Modal>
  )
}
