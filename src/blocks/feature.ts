import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import type { EntityType } from '../domain/entity.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { MenuPlace } from '../ui/FloatingMenu.tsx'

/** A menu entry of the Admin Portal. `section` is the first level of today's menu. */
export interface NavItem {
  /** feature id where the inventory of features names one */
  readonly id: string
  readonly label: MessageKey
  readonly section: 'dashboard' | 'compute' | 'network' | 'storage' | 'administration' | 'events'
  readonly to: string
  /** order inside the section as in today's menu */
  readonly order: number
  readonly adminOnly?: boolean
}

/** A tab that a feature draws on the page of another entity; the rows it lists belong to the feature (architecture: strangers cooperate by ownership). */
export interface TabContribution {
  readonly parent: EntityType
  /** feature id, such as `host.tab.vms`; key of the label where there is no `label` */
  readonly id: string
  /** a shared word, for tabs lent to pages of others: the words of whoever lends it come only with the tab */
  readonly label?: MessageKey
  /** URL segment below the parent's page */
  readonly path: string
  readonly order: number
  readonly load: () => Promise<{ readonly Tab: ComponentType<{ readonly parentId: string; readonly parentName: string }> }>
}

export interface ObjectMenuProps { readonly id: string; readonly place: MenuPlace; readonly onClose: () => void }

/** The menu with all actions of one object, for surfaces that belong to nobody: the tree. Made by `defineObjectMenu`. */
export interface ObjectMenu {
  readonly type: EntityType
  readonly load: () => Promise<{ readonly Menu: ComponentType<ObjectMenuProps> }>
}

/** What a feature gives to `app`, which only concatenates. */
export interface Feature {
  readonly routes: readonly RouteObject[]
  readonly nav?: readonly NavItem[]
  readonly tabs?: readonly TabContribution[]
  readonly menus?: readonly ObjectMenu[]
}
