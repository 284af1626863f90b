import { Nav, NavExpandable, NavItem as PageLink, NavList } from '@patternfly/react-core'
import { Link, useLocation } from 'react-router'
import type { NavItem } from '../../blocks/feature.ts'
import { useText } from '../../i18n/text.ts'
import { isAt, toMenu } from './navigation.ts'
import { useStoredValue } from '../storedValue.ts'

/** The two-level menu of today's portal. What is folded stays folded; the section of the page is always open. */
export const MenuNav = ({ items }: { readonly items: readonly NavItem[] }) => {
  const { t } = useText()
  const { pathname } = useLocation()
  const [folded, setFolded] = useStoredValue('menu.folded', (stored) => stored ?? '')
  const foldedSections = folded.split(' ')
  return (
    <Nav aria-label={t('frame.menu')} data-feature="nav.list.secondary">
      <NavList>
        {toMenu(items).map(({ section, items: own }) => {
          const [only, ...others] = own
          if (only && others.length === 0) return <Entry key={section.id} item={only} feature={section.id} label={t(only.label)} pathname={pathname} />
          const isHere = own.some(({ to }) => isAt(pathname, to))
          const isOpen = !foldedSections.includes(section.section)
          return (
            <NavExpandable key={section.id} title={t(section.label)} groupId={section.section} isActive={isHere} isExpanded={isOpen} data-feature={section.id}
              onExpand={(_event, open) => setFolded([...foldedSections.filter((name) => name !== section.section), ...(open ? [] : [section.section])].join(' '))}>
              {own.map((item) => <Entry key={item.id} item={item} feature={item.id} label={t(item.label)} pathname={pathname} />)}
            </NavExpandable>
          )
        })}
      </NavList>
    </Nav>
  )
}

const Entry = ({ item, feature, label, pathname }: { readonly item: NavItem; readonly feature: string; readonly label: string; readonly pathname: string }) => (
  <PageLink itemId={item.id} isActive={isAt(pathname, item.to)}>
    <Link to={item.to} aria-current={isAt(pathname, item.to) ? 'page' : undefined} data-feature={feature}>{label}</Link>
  </PageLink>
)
