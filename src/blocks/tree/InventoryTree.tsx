import { Button, SearchInput } from '@patternfly/react-core'
import { useQuery, useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../i18n/text.ts'
import type { MenuPlace } from '../../ui/FloatingMenu.tsx'
import { flattenTree } from './flatTree.ts'
import type { TreeLine } from './flatTree.ts'
import { TreeLineRow } from './TreeLineRow.tsx'
import type { Branch, BranchQuery, Dragged, TreeNode } from './treeNode.ts'
import { useTreeKeys } from './useTreeKeys.ts'
import './tree.css'

interface InventoryTreeProps {
  readonly label: string
  readonly roots: readonly TreeNode[]
  /** key of the node that the URL names */
  readonly selectedKey: string | undefined
  /** nodes above it, outermost first: they open so that it can be seen */
  readonly path?: readonly TreeNode[]
  /** asks the server for nodes by name; without it there is no filter box */
  readonly find?: (text: string) => BranchQuery
}

const lineHeightPx = 28
/** Children per level before "Show more". */
const firstChildren = 100
const mostRounds = 1000

interface OpenNode { readonly node: TreeNode; readonly most: number }

/**
 * A tree of any size: children are read when their node opens, only visible lines are in the document.
 * Keys as the ARIA pattern has them: arrows, Home, End, Enter, letters, * for all siblings, Shift-F10 for the actions.
 */
export const InventoryTree = ({ label, roots, selectedKey, path = [], find }: InventoryTreeProps) => {
  const { t } = useText()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlyMap<string, OpenNode>>(() => new Map(roots.map((node) => [node.key, { node, most: firstChildren }])))
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState('')
  const [menu, setMenu] = useState<{ readonly node: TreeNode; readonly place: MenuPlace }>()
  const [dragged, setDragged] = useState<Dragged>()
  const pathKey = path.map(({ key }) => key).join('/')
  const [revealed, setRevealed] = useState(pathKey)
  if (revealed !== pathKey) {
    // Another place of the page: what was closed above it opens again, once.
    setRevealed(pathKey)
    setClosed(new Set([...closed].filter((key) => !path.some((node) => node.key === key))))
  }

  const open = useMemo(() => {
    const all = new Map([...path.map((node) => [node.key, { node, most: firstChildren }] as const), ...opened])
    for (const key of closed) all.delete(key)
    return [...all.values()].filter(({ node }) => node.children)
  }, [path, opened, closed])
  const results = useQueries({ queries: open.map(({ node, most }) => toOptions(node, most)) })
  const filter = wanted.trim()
  const found = useQuery({ ...(find?.(filter) ?? { queryKey: ['tree', 'nothing'], queryFn: (): Promise<Branch> => Promise.resolve({ nodes: [], more: false }) }), enabled: find !== undefined && filter !== '' })

  const branches = new Map(open.map(({ node }, index) => [node.key, { branch: results[index]?.data, fault: results[index]?.error ?? undefined }]))
  const isFiltering = filter !== ''
  const lines: readonly TreeLine[] = isFiltering
    ? flattenTree(found.data?.nodes ?? [], () => false, () => undefined)
    : flattenTree(roots, ({ key }) => branches.has(key), (key) => branches.get(key))

  const onOpen = (nodes: readonly TreeNode[]): void => {
    setOpened(new Map([...opened, ...nodes.map((node) => [node.key, { node, most: firstChildren }] as const)].slice(-mostRounds)))
    setClosed(new Set([...closed].filter((key) => !nodes.some((node) => node.key === key))))
  }
  const onClose = ({ key }: TreeNode): void => {
    setOpened(new Map([...opened].filter(([other]) => other !== key)))
    setClosed(new Set([...closed, key]))
  }
  const onMore = (node: TreeNode): void => setOpened(new Map([...opened, [node.key, { node, most: (opened.get(node.key)?.most ?? firstChildren) + firstChildren }]]))
  const onRetry = ({ key }: TreeNode): void => void results[open.findIndex(({ node }) => node.key === key)]?.refetch()
  const onChoose = ({ href }: TreeNode): void => { if (href !== undefined) void navigate(href) }
  const onMenu = (node: TreeNode, place: MenuPlace): void => { if (node.menu) setMenu({ node, place }) }

  const keys = useTreeKeys({ lines, box, selectedKey, onOpen, onClose, onChoose, onMore, onRetry, onMenu })
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => box.current, estimateSize: () => lineHeightPx, overscan: 10, useFlushSync: false,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => keys.withActive(Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)),
  })
  useLayoutEffect(() => keys.onDrawn((index) => virtual.scrollToIndex(index, { align: 'auto' })))

  const lineAt = (target: EventTarget): TreeLine | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
    return element ? lines[Number(element.dataset['line'])] : undefined
  }
  const canDrop = ({ target }: DragEvent): TreeNode | undefined => {
    const node = lineAt(target)?.node
    return node && dragged && node.onDrop && node.accepts?.(dragged) ? node : undefined
  }
  return (
    <div className="inventory-tree">
      {find && (
        <SearchInput
          value={wanted} placeholder={t('tree.filter')} aria-label={t('tree.filter')} resetButtonLabel={t('button.clear')}
          onChange={(_, text) => setWanted(text)} onClear={() => setWanted('')}
        />
      )}
      <div
        ref={box} role="tree" aria-label={label} tabIndex={-1} className="inventory-tree__box"
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onClick={keys.onClick}
        onContextMenu={keys.onContextMenu}
        onDragStart={(event) => {
          const node = lineAt(event.target)?.node
          if (!node?.drag) return
          event.dataTransfer.setData('text/plain', node.drag.name)
          event.dataTransfer.effectAllowed = 'move'
          setDragged(node.drag)
        }}
        onDragOver={(event) => { if (canDrop(event)) event.preventDefault() }}
        onDrop={(event) => {
          const node = canDrop(event)
          event.preventDefault()
          if (node && dragged) node.onDrop?.(dragged)
          setDragged(undefined)
        }}
        onDragEnd={() => setDragged(undefined)}
      >
        <div role="presentation" className="inventory-tree__lines" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            return line && (
              <TreeLineRow
                key={line.kind === 'node' ? line.node.key : `${line.node.key}-${line.kind}`}
                line={line} index={index} startPx={start} heightPx={lineHeightPx}
                isSelected={line.kind === 'node' && line.node.key === selectedKey} isActive={index === keys.active}
                isTarget={dragged !== undefined && line.kind === 'node' && (line.node.accepts?.(dragged) ?? false)}
              />
            )
          })}
        </div>
      </div>
      {isFiltering && found.data && lines.length === 0 && <p role="status">{t('state.nothingFound')}</p>}
      {isFiltering && found.error && <Button variant="link" onClick={() => void found.refetch()}>{t('button.retry')}</Button>}
      {menu?.node.menu?.(menu.place, () => setMenu(undefined))}
    </div>
  )
}

const noBranch: Branch = { nodes: [], more: false }
const toOptions = (node: TreeNode, most: number) => {
  const query = node.children?.(most)
  return { queryKey: query?.queryKey ?? ['tree', node.key], queryFn: query?.queryFn ?? (() => Promise.resolve(noBranch)) }
}
