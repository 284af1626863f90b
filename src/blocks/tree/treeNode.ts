import type { ComponentType, ReactNode } from 'react'
import type { Status } from '../status/status.ts'
import type { MenuPlace } from '../../ui/FloatingMenu.tsx'

/** What is dragged: kind and id of an object; its name for those who hear instead of see. */
export interface Dragged { readonly kind: string; readonly id: string; readonly name: string }

/** Children of a node as far as they were asked for. */
export interface Branch { readonly nodes: readonly TreeNode[]; readonly more: boolean }

/** Where the children of a node come from. */
export interface BranchQuery {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Branch>
}

/** One node of a tree, as data: whoever defines the tree says what it is, the tree draws and moves. */
export interface TreeNode {
  /** unique in the tree */
  readonly key: string
  readonly name: string
  readonly icon: ComponentType
  readonly status?: Status
  /** children, where the number is known without reading them */
  readonly count?: number
  /** page that choosing the node leads to */
  readonly href?: string
  /** first `most` children; absent for a leaf */
  readonly children?: (most: number) => BranchQuery
  /** the actions of the object behind the node: an `ActionMenu` at the given place */
  readonly menu?: (place: MenuPlace, onClose: () => void) => ReactNode
  readonly drag?: Dragged
  /** may this be dropped here */
  readonly accepts?: (dragged: Dragged) => boolean
  readonly onDrop?: (dragged: Dragged) => void
  /** path of names above it, for a match of the filter */
  readonly trail?: string
}
