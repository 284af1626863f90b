import { Button, Label, MenuItem } from '@patternfly/react-core'
import TagIcon from '@patternfly/react-icons/dist/esm/icons/tag-icon'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { blankId } from '../../domain/entity.ts'
import { tags } from '../../engine/resources/tags.ts'
import { useText } from '../../i18n/text.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { FaultLine } from '../faults/FaultLine.tsx'

interface TagFilterProps { readonly chosen: readonly string[]; readonly onChange: (names: readonly string[]) => void }

/** Narrows a list to objects that carry any of the chosen tags. */
export const TagFilter = ({ chosen, onChange }: TagFilterProps) => {
  const { t } = useText()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { data, error, refetch } = useQuery({ ...tags.page({}, 1), enabled: anchor !== undefined })
  // The root of the tree is no tag that anything carries.
  const names = (data?.rows ?? []).filter(({ id }) => id !== blankId).map(({ name }) => name)
  const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
  return (
    <>
      {chosen.map((name) => (
        <Label key={name} icon={<TagIcon />} closeBtnAriaLabel={t('list.tags.remove', { name })} onClose={() => toggle(name)}><bdi>{name}</bdi></Label>
      ))}
      <Button
        variant="control" icon={<TagIcon />} aria-label={t('list.tags')} title={t('list.tags')} aria-haspopup="menu" aria-expanded={anchor !== undefined}
        data-feature="search.action.filter-by-tags common.list.activetags" onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
      />
      {anchor && (
        <FloatingMenu label={t('list.tags')} anchor={anchor} onClose={() => setAnchor(undefined)}>
          {error && <li role="none"><FaultLine fault={error} onRetry={() => void refetch()} /></li>}
          {names.map((name) => <MenuItem key={name} itemId={name} isSelected={chosen.includes(name)} onClick={() => toggle(name)}><bdi>{name}</bdi></MenuItem>)}
          {data && names.length === 0 && <MenuItem isAriaDisabled>{t('list.tags.none')}</MenuItem>}
        </FloatingMenu>
      )}
    </>
  )
}
