import { Button, PageSidebar, PageSidebarBody, ToggleGroup, ToggleGroupItem, Tooltip } from '@patternfly/react-core'
import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon'
import CogIcon from '@patternfly/react-icons/dist/esm/icons/cog-icon'
import DatabaseIcon from '@patternfly/react-icons/dist/esm/icons/database-icon'
import NetworkIcon from '@patternfly/react-icons/dist/esm/icons/network-icon'
import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon'
import SitemapIcon from '@patternfly/react-icons/dist/esm/icons/sitemap-icon'
import TachometerAltIcon from '@patternfly/react-icons/dist/esm/icons/tachometer-alt-icon'
import type { ComponentType, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { NavItem } from '../../blocks/feature.ts'
import { useText } from '../../i18n/text.ts'
import { MenuNav } from './MenuNav.tsx'
import { toMenu } from './navigation.ts'
import type { Section } from './navigation.ts'
import { WidthHandle } from './WidthHandle.tsx'

export const sideBarId = 'portal-side-bar'
export type SideView = 'menu' | 'inventory'
export type SideState = 'open' | 'rail' | 'hidden'

interface SideBarProps {
  readonly items: readonly NavItem[]
  readonly inventory: ReactNode
  readonly state: SideState
  readonly view: SideView
  readonly onView: (view: SideView) => void
  readonly onOpen: () => void
  readonly widthPx: number
  readonly onWidth: (px: number) => void
}

/** Menu and Inventory beside the content; folded to icons, or out of the way on narrow windows. */
export const SideBar = ({ items, inventory, state, view, onView, onOpen, widthPx, onWidth }: SideBarProps) => {
  const { t } = useText()
  if (state === 'rail') return <Rail items={items} onOpen={onOpen} onView={onView} />
  return (
    <PageSidebar id={sideBarId} isSidebarOpen={state === 'open'} className={`portal-side-bar ${state === 'open' ? 'pf-m-expanded' : ''}`}>
      <PageSidebarBody isFilled className="portal-side-bar-body">
        <ToggleGroup aria-label={t('frame.sideBar')} className="portal-side-views">
          <ToggleGroupItem buttonId="portal-side-view-menu" text={t('frame.menu')} isSelected={view === 'menu'} onChange={() => onView('menu')} />
          <ToggleGroupItem buttonId="portal-side-view-inventory" text={t('frame.inventory')} isSelected={view === 'inventory'} onChange={() => onView('inventory')} />
        </ToggleGroup>
        <div className="portal-side-panel">{view === 'menu' ? <MenuNav items={items} /> : inventory}</div>
      </PageSidebarBody>
      <WidthHandle widthPx={widthPx} onWidth={onWidth} controls={sideBarId} />
    </PageSidebar>
  )
}

const icons: Record<Section['section'], ComponentType> = {
  dashboard: TachometerAltIcon,
  compute: ServerIcon,
  network: NetworkIcon,
  storage: DatabaseIcon,
  administration: CogIcon,
  events: BellIcon,
}

/** The side bar folded: a section with one entry leads there, others unfold the bar. */
const Rail = ({ items, onOpen, onView }: Pick<SideBarProps, 'items' | 'onOpen' | 'onView'>) => {
  const { t } = useText()
  const navigate = useNavigate()
  const unfold = (view: SideView): void => {
    onView(view)
    onOpen()
  }
  return (
    <PageSidebar id={sideBarId} isSidebarOpen className="portal-side-bar portal-side-rail">
      <PageSidebarBody>
        <nav aria-label={t('frame.menu')}>
          {toMenu(items).map(({ section, items: own }) => {
            const Icon = icons[section.section]
            const [only, ...others] = own
            return (
              <Tooltip key={section.id} content={t(section.label)} position="right">
                <Button variant="plain" aria-label={t(section.label)} icon={<Icon />} data-feature={section.id}
                  onClick={() => (only && others.length === 0 ? void navigate(only.to) : unfold('menu'))} />
              </Tooltip>
            )
          })}
          <Tooltip content={t('frame.inventory')} position="right">
            <Button variant="plain" aria-label={t('frame.inventory')} icon={<SitemapIcon />} onClick={() => unfold('inventory')} />
          </Tooltip>
        </nav>
      </PageSidebarBody>
    </PageSidebar>
  )
}
