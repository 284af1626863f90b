import type { Branch, TreeNode } from './treeNode.ts'

/** A line of the drawn tree. */
export type TreeLine =
  | { readonly kind: 'node'; readonly node: TreeNode; readonly level: number; readonly place: number; readonly size: number; readonly isOpen: boolean; readonly parent: string | undefined }
  /** stands for children that are being read, could not be read, or were not asked for yet */
  | { readonly kind: 'loading' | 'fault' | 'more'; readonly node: TreeNode; readonly level: number }

/** What is known of an open node's children. */
export interface BranchState { readonly branch: Branch | undefined; readonly fault: unknown }

/** The visible lines of a tree from top to bottom. */
export const flattenTree = (roots: readonly TreeNode[], isOpen: (node: TreeNode) => boolean, branchOf: (key: string) => BranchState | undefined): readonly TreeLine[] => {
  const walk = (nodes: readonly TreeNode[], level: number, parent: string | undefined): readonly TreeLine[] =>
    nodes.flatMap((node, index): readonly TreeLine[] => {
      const opens = node.children !== undefined && isOpen(node)
      const line: TreeLine = { kind: 'node', node, level, place: index + 1, size: nodes.length, isOpen: opens, parent }
      if (!opens) return [line]
      const state = branchOf(node.key)
      const below: readonly TreeLine[] = state?.branch
        ? [...walk(state.branch.nodes, level + 1, node.key), ...(state.branch.more ? [{ kind: 'more' as const, node, level: level + 1 }] : [])]
        : [{ kind: state?.fault ? 'fault' : 'loading', node, level: level + 1 }]
      return [line, ...below]
    })
  return walk(roots, 1, undefined)
}

/** Next line after `from` whose name begins with what was typed; goes on at the top. -1 where none does. */
export const findTyped = (lines: readonly TreeLine[], from: number, typed: string): number => {
  const wanted = typed.toLowerCase()
  // One letter again and again walks through its names; a longer text stays where it fits.
  const start = typed.length > 1 ? from : from + 1
  for (let step = 0; step < lines.length; step += 1) {
    const index = (start + step) % lines.length
    const line = lines[index]
    if (line?.kind === 'node' && line.node.name.toLowerCase().startsWith(wanted)) return index
  }
  return -1
}
