import { Checkbox, Skeleton } from '@patternfly/react-core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { blankId } from '../../domain/entity.ts'
import type { Tag } from '../../domain/tag.ts'
import type { Accepted, Row } from '../../engine/resource.ts'
import { assignTag, tags, tagsOf, unassignTag } from '../../engine/resources/tags.ts'
import type { TaggedType } from '../../engine/resources/tags.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { ConfirmDialog } from '../actions/ConfirmDialog.tsx'
import type { Action, ActionDialogProps } from '../action.ts'
import { FaultLine } from '../faults/FaultLine.tsx'
import type { Placed } from '../placed.ts'
import { holdingOf, toTagTree } from './tagTree.ts'
import type { Holding } from './tagTree.ts'
import './tags.css'

interface TagsDialogProps<T extends Row> extends ActionDialogProps<T> {
  readonly placed: Placed<T> & { readonly type: TaggedType }
  /** the action that opened it: `<id>.question` is the title, `<id>.do` the button */
  readonly actionId: string & MessageKey
  /** feature id of the dialog */
  readonly dialogId: string
}

const everyTag = tags.page({}, 1)

/**
 * Tags of one or many objects as a tree of boxes: ticked where all carry the tag, half ticked where some do. Only what the
 * user changes is sent, and only for objects that differ.
 */
export const TagsDialog = <T extends Row>({ placed, actionId, dialogId, rows, skipped = [], onClose }: TagsDialogProps<T>) => {
  const { t } = useText()
  const [wishes, setWishes] = useState<ReadonlyMap<string, boolean>>(new Map())
  const all = useQuery(everyTag)
  const held = useQueries({ queries: rows.map(({ id }) => tagsOf({ type: placed.type, id })) })
  const failed = [all, ...held].find(({ error }) => error)
  const isRead = all.data !== undefined && held.every(({ data }) => data !== undefined)
  const idsHeld = new Map(rows.map(({ id }, index) => [id, new Set(held[index]?.data?.map((tag) => tag.id))]))

  const action: Action<T> = {
    id: actionId, group: 'rest', takes: 'many', confirm: { id: dialogId },
    run: async (row) => {
      let accepted: Accepted = { correlationId: '' }
      for (const tag of all.data?.rows ?? []) {
        const wish = wishes.get(tag.id)
        if (wish === undefined || wish === idsHeld.get(row.id)?.has(tag.id)) continue
        accepted = await (wish ? assignTag : unassignTag)({ type: placed.type, id: row.id }, tag)
      }
      return accepted
    },
  }
  const tree = toTagTree(all.data?.rows ?? [], blankId)
  const onToggle = (tag: Tag, holding: Holding): void => setWishes(new Map(wishes).set(tag.id, !(wishes.get(tag.id) ?? holding === 'all')))
  return (
    <ConfirmDialog placed={placed} offer={{ action, eligible: rows, skipped }} isReady={isRead && wishes.size > 0} onClose={onClose}>
      {failed && <FaultLine fault={failed.error} onRetry={() => void failed.refetch()} />}
      {!isRead && !failed && <Skeleton screenreaderText={t('state.loading')} />}
      {isRead && tree.length === 0 && <p>{t('list.tags.none')}</p>}
      {isRead && (
        <div role="group" aria-label={t('detail.tags')} className="tags-dialog">
          {tree.map(({ tag, depth }) => {
            const holding = holdingOf(tag.id, [...idsHeld.values()])
            const wish = wishes.get(tag.id)
            return (
              <div key={tag.id} style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                <Checkbox
                  id={`tag-${tag.id}`} label={<bdi>{tag.name}</bdi>} {...(tag.description !== '' && { description: <bdi>{tag.description}</bdi> })}
                  isChecked={wish ?? (holding === 'some' ? null : holding === 'all')} onChange={() => onToggle(tag, holding)}
                />
              </div>
            )
          })}
        </div>
      )}
    </ConfirmDialog>
  )
}
