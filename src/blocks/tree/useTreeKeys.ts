import { useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { MenuPlace } from '../../ui/FloatingMenu.tsx'
import { findTyped } from './flatTree.ts'
import type { TreeLine } from './flatTree.ts'
import type { TreeNode } from './treeNode.ts'

interface TreeKeysInput {
  readonly lines: readonly TreeLine[]
  readonly box: RefObject<HTMLElement | null>
  readonly selectedKey: string | undefined
  readonly onOpen: (nodes: readonly TreeNode[]) => void
  readonly onClose: (node: TreeNode) => void
  readonly onChoose: (node: TreeNode) => void
  readonly onMore: (node: TreeNode) => void
  readonly onRetry: (node: TreeNode) => void
  readonly onMenu: (node: TreeNode, place: MenuPlace) => void
}

const lineOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null)
const indexOf = (element: HTMLElement): number => Number(element.dataset['line'])
/** Letters typed within this time belong together. */
const typingMs = 700

/** Pointer and keyboard of a windowed tree. The active line keeps the focus when its place changes, because it is known by its node. */
export const useTreeKeys = ({ lines, box, selectedKey, onOpen, onClose, onChoose, onMore, onRetry, onMenu }: TreeKeysInput) => {
  const [activeKey, setActiveKey] = useState<string>()
  const pendingFocus = useRef(false)
  const typed = useRef({ text: '', at: 0 })

  const keyOf = (line: TreeLine): string => (line.kind === 'node' ? line.node.key : `${line.node.key}-${line.kind}`)
  const indexOfKey = (key: string | undefined): number => lines.findIndex((line) => keyOf(line) === key)
  const active = Math.max(0, activeKey === undefined || indexOfKey(activeKey) < 0 ? indexOfKey(selectedKey) : indexOfKey(activeKey))

  const moveTo = (index: number): void => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!line) return
    setActiveKey(keyOf(line))
    pendingFocus.current = true
  }
  const press = (line: TreeLine): void => {
    if (line.kind === 'more') onMore(line.node)
    else if (line.kind === 'fault') onRetry(line.node)
    else if (line.kind === 'node') onChoose(line.node)
  }
  const toggle = (line: TreeLine): void => {
    if (line.kind !== 'node' || !line.node.children) return
    if (line.isOpen) onClose(line.node)
    else onOpen([line.node])
  }
  const onType = (letter: string): boolean => {
    const now = Date.now()
    const text = now - typed.current.at < typingMs ? typed.current.text + letter : letter
    typed.current = { text, at: now }
    const index = findTyped(lines, active, text)
    if (index >= 0) moveTo(index)
    return index >= 0
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const element = lineOf(event.target)
    const line = element && lines[indexOf(element)]
    if (!element || !line) return
    const index = indexOf(element)
    const isNode = line.kind === 'node'
    if (event.key === 'ArrowDown') moveTo(index + 1)
    else if (event.key === 'ArrowUp') moveTo(index - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(lines.length - 1)
    else if (event.key === 'ArrowRight' && isNode && line.isOpen) moveTo(index + 1)
    else if (event.key === 'ArrowRight' && isNode && line.node.children) onOpen([line.node])
    else if (event.key === 'ArrowLeft') {
      if (isNode && line.isOpen) onClose(line.node)
      else moveTo(indexOfKey(isNode ? line.parent : line.node.key))
    } else if (event.key === 'Enter' || event.key === ' ') press(line)
    else if (event.key === '*' && isNode) onOpen(lines.flatMap((other) => (other.kind === 'node' && other.parent === line.parent && other.node.children ? [other.node] : [])))
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && isNode) onMenu(line.node, { anchor: element })
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && onType(event.key)) { /* moved */ }
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    active,
    withActive: (first: number, last: number): number[] => {
      const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
      if (active >= lines.length || (active >= first && active <= last)) return shown
      return active < first ? [active, ...shown] : [...shown, active]
    },
    onKeyDown,
    onFocus: ({ target }: FocusEvent): void => {
      const element = lineOf(target)
      const line = element && lines[indexOf(element)]
      if (line) setActiveKey(keyOf(line))
    },
    onClick: ({ target }: MouseEvent): void => {
      const element = lineOf(target)
      const line = element && lines[indexOf(element)]
      if (!line || !(target instanceof Element)) return
      setActiveKey(keyOf(line))
      if (target.closest('[data-toggle]')) toggle(line)
      else press(line)
    },
    onContextMenu: (event: MouseEvent): void => {
      const element = lineOf(event.target)
      const line = element && lines[indexOf(element)]
      if (!element || line?.kind !== 'node' || !line.node.menu) return
      event.preventDefault()
      setActiveKey(keyOf(line))
      onMenu(line.node, { at: { x: event.clientX, y: event.clientY }, returnTo: element })
    },
    onDrawn: (scrollTo: (index: number) => void): void => {
      if (!pendingFocus.current) return
      const element = box.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)
      if (!element) return
      pendingFocus.current = false
      scrollTo(active)
      element.focus({ preventScroll: true })
    },
  }
}
