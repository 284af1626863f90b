import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon'
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { StatusIcon } from '../status/StatusIcon.tsx'
import type { TreeLine } from './flatTree.ts'

interface TreeLineRowProps {
  readonly line: TreeLine
  readonly index: number
  readonly startPx: number
  readonly heightPx: number
  readonly isSelected: boolean
  readonly isActive: boolean
  /** what is being dragged may be dropped here */
  readonly isTarget: boolean
}

const indentPx = 18
const notes = { loading: 'state.loading', fault: 'tree.failed', more: 'button.showMore' } as const

/** One line of the tree: a node with icon, status, name and count, or a note about its children. */
export const TreeLineRow = ({ line, index, startPx, heightPx, isSelected, isActive, isTarget }: TreeLineRowProps) => {
  const { t } = useText()
  const { number } = useFormat()
  const { node, level } = line
  const shared = {
    role: 'treeitem', 'data-line': index, 'aria-level': level, tabIndex: isActive ? 0 : -1,
    style: { insetBlockStart: startPx, height: heightPx, paddingInlineStart: (level - 1) * indentPx },
  } as const
  if (line.kind !== 'node') {
    return <div {...shared} aria-selected={false} className="inventory-tree__line inventory-tree__note"><span>{t(notes[line.kind])}</span></div>
  }
  const { icon: Icon, status, count, trail, name, drag } = node
  return (
    <div
      {...shared}
      aria-selected={isSelected} aria-posinset={line.place} aria-setsize={line.size}
      {...(node.children && { 'aria-expanded': line.isOpen })}
      {...(isSelected && { 'aria-current': 'page' as const })}
      className={`inventory-tree__line${isSelected ? ' inventory-tree__line--selected' : ''}${isTarget ? ' inventory-tree__line--target' : ''}`}
      draggable={drag !== undefined}
    >
      <span aria-hidden className="inventory-tree__toggle" {...(node.children && { 'data-toggle': '' })}>
        {node.children && (line.isOpen ? <AngleDownIcon /> : <AngleRightIcon />)}
      </span>
      <span aria-hidden className="inventory-tree__icon"><Icon /></span>
      {status && <StatusIcon status={status} />}
      <bdi className="inventory-tree__name" title={trail === undefined ? name : `${trail} / ${name}`}>{name}</bdi>
      {trail !== undefined && <small className="inventory-tree__trail"><bdi>{trail}</bdi></small>}
      {count !== undefined && <span className="inventory-tree__count">{number(count)}</span>}
    </div>
  )
}
