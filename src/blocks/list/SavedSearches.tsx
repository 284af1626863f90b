import { Button, Divider, MenuItem } from '@patternfly/react-core'
import BookmarkIcon from '@patternfly/react-icons/dist/esm/icons/bookmark-icon'
import OutlinedStarIcon from '@patternfly/react-icons/dist/esm/icons/outlined-star-icon'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SearchObjectName } from '../../domain/search/objects.ts'
import { parsePrefixed } from '../../domain/search/parse.ts'
import { withPrefix } from '../../domain/search/write.ts'
import { bookmarks } from '../../engine/resources/tags.ts'
import { useText } from '../../i18n/text.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { FaultLine } from '../faults/FaultLine.tsx'
import { openOverlayLater } from '../overlays/overlays.tsx'
import { useMay } from '../rights.ts'

interface SavedSearchesProps {
  readonly object: SearchObjectName
  /** the search in force, without prefix */
  readonly text: string
  readonly onApply: (text: string) => void
}

/** Saved searches of this list to choose from, and a star that saves the present one. They are bookmarks of the whole installation. */
export const SavedSearches = ({ object, text, onApply }: SavedSearchesProps) => {
  const { t } = useText()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const may = useMay(bookmarks)
  const { data, error, refetch } = useQuery({ ...bookmarks.page({}, 1), enabled: anchor !== undefined })
  const own = (data?.rows ?? []).flatMap(({ id, name, value }) => {
    const parsed = parsePrefixed(value)
    return parsed.ok && parsed.object === object ? [{ id, name, text: parsed.text.trim() }] : []
  })
  const onSave = (): void => openOverlayLater(async () => {
    const { SaveSearchDialog } = await import('./SaveSearchDialog.tsx')
    return (onClose) => <SaveSearchDialog search={withPrefix(object, text)} onClose={onClose} />
  })
  return (
    <>
      {may('bookmark_management', undefined) && (
        <Button
          variant="control" icon={<OutlinedStarIcon />} aria-label={t('list.saveSearch')} title={t('list.saveSearch')}
          data-feature="search.action.bookmark-this-search common.list.bookmarks bookmark.action.new" onClick={onSave}
        />
      )}
      <Button
        variant="control" icon={<BookmarkIcon />} aria-label={t('list.savedSearches')} title={t('list.savedSearches')} aria-haspopup="menu" aria-expanded={anchor !== undefined}
        data-feature="search.action.apply-bookmark" onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
      />
      {anchor && (
        <FloatingMenu label={t('list.savedSearches')} anchor={anchor} onClose={() => setAnchor(undefined)}>
          {error && <li role="none"><FaultLine fault={error} onRetry={() => void refetch()} /></li>}
          {own.map((saved) => <MenuItem key={saved.id} itemId={saved.id} description={<bdi>{saved.text}</bdi>} onClick={() => onApply(saved.text)}><bdi>{saved.name}</bdi></MenuItem>)}
          {data && own.length === 0 && <MenuItem isAriaDisabled>{t('list.savedSearches.none')}</MenuItem>}
          {own.length > 0 && <Divider component="li" />}
          <MenuItem itemId="clear" onClick={() => onApply('')}>{t('table.clearSearch')}</MenuItem>
        </FloatingMenu>
      )}
    </>
  )
}
