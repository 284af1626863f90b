import { Dropdown, DropdownItem, DropdownList, MenuToggle, SearchInput } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../i18n/text.ts'
import type { Place } from './places.ts'

const shownSiblings = 20

/** The object's name; opens the list of its siblings, on whose page the same tab opens. */
export const Siblings = ({ place, id, tab }: { readonly place: Place; readonly id: string; readonly tab: string | undefined }) => {
  const { t } = useText()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const filter = useDeferredValue(typed)
  const { data: shown } = useQuery(place.one(id))
  const name = shown?.name ?? id
  const { data: siblings = [], isPending } = useQuery({ ...place.find(filter, shownSiblings), enabled: isOpen })
  return (
    <Dropdown isOpen={isOpen} onOpenChange={setOpen} isScrollable
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="plainText" isExpanded={isOpen} onClick={() => setOpen(!isOpen)} data-feature="common.list.breadcrumb"
          aria-label={`${name} · ${t('frame.siblings')}`}>
          <span className="portal-crumb-name"><bdi>{name}</bdi></span>
        </MenuToggle>
      )}>
      <div className="portal-sibling-filter">
        <SearchInput value={typed} onChange={(_event, value) => setTyped(value)} onClear={() => setTyped('')} aria-label={t('frame.siblings.filter')} placeholder={t('frame.siblings.filter')} />
      </div>
      <DropdownList>
        {siblings.map((sibling) => (
          <DropdownItem key={sibling.id} isSelected={sibling.id === id} onClick={() => {
            setOpen(false)
            void navigate(`/${place.segment}/${sibling.id}${tab === undefined ? '' : `/${tab}`}`)
          }}><bdi>{sibling.name}</bdi></DropdownItem>
        ))}
        {siblings.length === 0 && <DropdownItem isDisabled>{t(isPending ? 'state.loading' : 'state.nothingFound')}</DropdownItem>}
      </DropdownList>
    </Dropdown>
  )
}
