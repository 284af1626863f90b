import type { NavItem } from '../../blocks/feature.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** First level of the menu, in the order of today's portal; a section appears with its first entry. */
export const sections = [
  { id: 'nav.list.dashboard', section: 'dashboard', label: 'nav.dashboard' },
  { id: 'nav.list.compute', section: 'compute', label: 'nav.compute' },
  { id: 'nav.list.network', section: 'network', label: 'nav.network' },
  { id: 'nav.list.storage', section: 'storage', label: 'nav.storage' },
  { id: 'nav.list.administration', section: 'administration', label: 'nav.administration' },
  { id: 'nav.list.events', section: 'events', label: 'nav.events' },
] as const satisfies readonly { readonly id: string; readonly section: NavItem['section']; readonly label: MessageKey }[]

export type Section = (typeof sections)[number]

/** A section with its entries; one entry alone is drawn as the section itself. */
export interface MenuSection { readonly section: Section; readonly items: readonly NavItem[] }

/** In: entries of all features. Out: sections that have entries, both in the order of today's menu. */
export const toMenu = (items: readonly NavItem[]): readonly MenuSection[] =>
  sections.flatMap((section) => {
    const own = items.filter((item) => item.section === section.section).toSorted((left, right) => left.order - right.order)
    return own.length === 0 ? [] : [{ section, items: own }]
  })

/** Does the entry lead to the page or to something below it? The start page is nobody's parent. */
export const isAt = (pathname: string, to: string): boolean =>
  to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
