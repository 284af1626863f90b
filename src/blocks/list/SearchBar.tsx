import { Button, HelperText, HelperTextItem, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities } from '@patternfly/react-core'
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon'
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { CompletionFacts, Suggestion } from '../../domain/search/complete.ts'
import type { SearchObjectName } from '../../domain/search/objects.ts'
import type { SearchError } from '../../domain/search/scan.ts'
import { withPrefix } from '../../domain/search/write.ts'
import { useText } from '../../i18n/text.ts'
import { OptionItem } from '../../ui/OptionItem.tsx'
import { applySuggestion, searchErrorIn, stripPrefix, suggestionsAt } from './searchState.ts'
import './list.css'

interface SearchBarProps {
  readonly object: SearchObjectName
  /** the search in force, without prefix */
  readonly value: string
  readonly onSearch: (text: string) => void
  /** words that only the engine or the page knows */
  readonly facts?: CompletionFacts
  /** saved searches and tags, at the end of the bar */
  readonly children?: ReactNode
}

/**
 * The search of a list: what may come next is offered while typing, a mistake is shown at its word. Enter searches,
 * ↓ ↑ choose, Escape closes the offers.
 */
export const SearchBar = ({ value, ...props }: SearchBarProps) => <Bar key={value} value={value} {...props} />

// Keyed by the search in force: another search (a saved one, the back button) starts with its own text.
const Bar = ({ object, value, onSearch, facts = {}, children }: SearchBarProps) => {
  const { t } = useText()
  const listId = useId()
  const errorId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [offers, setOffers] = useState<readonly Suggestion[]>([])
  const [active, setActive] = useState(-1)
  const [error, setError] = useState<SearchError>()

  const offer = (next: string, caret: number): void => {
    setOffers(suggestionsAt(object, next, caret, facts))
    setActive(-1)
  }
  const onType = (next: string): void => {
    setText(next)
    setError(undefined)
    offer(next, input.current?.selectionStart ?? next.length)
  }
  const take = (suggestion: Suggestion): void => {
    const done = applySuggestion(text, suggestion)
    setText(done.text)
    setError(undefined)
    offer(done.text, done.caret)
    input.current?.focus()
    queueMicrotask(() => input.current?.setSelectionRange(done.caret, done.caret))
  }
  const submit = (wanted: string): void => {
    const stripped = stripPrefix(object, wanted)
    const wrong = searchErrorIn(object, stripped)
    setError(wrong)
    setOffers([])
    setText(stripped)
    if (!wrong) onSearch(stripped.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = offers[active]
    if (event.key === 'ArrowDown' && offers.length === 0) offer(text, input.current?.selectionStart ?? text.length)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + offers.length) % Math.max(1, offers.length))
    } else if (event.key === 'Enter' && chosen) take(chosen)
    else if (event.key === 'Enter') submit(text)
    else if (event.key === 'Escape' && offers.length > 0) setOffers([])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const combobox = { role: 'combobox', isExpanded: offers.length > 0, 'aria-controls': listId }
  return (
    <div className="search-bar" role="search">
      <div className="search-bar__line">
        <span className="search-bar__prefix" data-original>{withPrefix(object, '')}</span>
        <div className="search-bar__field" onBlur={({ currentTarget, relatedTarget }) => { if (!currentTarget.contains(relatedTarget)) setOffers([]) }}>
          <TextInputGroup {...(error && { validated: 'error' as const })}>
            <TextInputGroupMain
              icon={<SearchIcon />} innerRef={input} value={text} aria-label={t('list.search')} data-feature="search.action.search common.list.search"
              {...combobox} onChange={(_, next) => onType(next)} onKeyDown={onKeyDown}
              {...(active >= 0 && { 'aria-activedescendant': `${listId}-${active}` })}
              inputProps={{
                'aria-autocomplete': 'list', autoComplete: 'off', spellCheck: false,
                ...(error && { 'aria-invalid': true, 'aria-describedby': errorId }),
              }}
            />
            <TextInputGroupUtilities>
              {(text !== '' || value !== '') && (
                <Button variant="plain" icon={<TimesIcon />} aria-label={t('table.clearSearch')} data-feature="search.action.clear" onClick={() => submit('')} />
              )}
            </TextInputGroupUtilities>
          </TextInputGroup>
          {offers.length > 0 && (
            <ul id={listId} role="listbox" aria-label={t('list.search.offers')} className="search-bar__offers">
              {offers.map((suggestion, index) => (
                <OptionItem
                  key={`${suggestion.kind}-${suggestion.label}`} id={`${listId}-${index}`} isActive={index === active} isSelected={index === active}
                  className="search-bar__offer" onChoose={() => take(suggestion)}
                >
                  <span data-original>{suggestion.label}</span> <small>{t(`list.search.kind.${suggestion.kind}`)}</small>
                </OptionItem>
              ))}
            </ul>
          )}
        </div>
        <Button variant="control" icon={<SearchIcon />} aria-label={t('button.search')} onClick={() => submit(text)} />
        {children}
      </div>
      {error && (
        <HelperText id={errorId} isLiveRegion>
          <HelperTextItem variant="error" screenReaderText={t('state.error')}>
            {t(`list.search.error.${error.code}`)}{' '}
            <code data-original>{text.slice(0, error.start)}<mark>{text.slice(error.start, Math.max(error.end, error.start + 1)) || '␣'}</mark>{text.slice(Math.max(error.end, error.start + 1))}</code>
          </HelperTextItem>
        </HelperText>
      )}
    </div>
  )
}
