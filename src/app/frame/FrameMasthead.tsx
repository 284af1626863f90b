import { Button, Masthead, MastheadBrand, MastheadContent, MastheadMain, MastheadToggle } from '@patternfly/react-core'
import BarsIcon from '@patternfly/react-icons/dist/esm/icons/bars-icon'
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.ts'
import { sideBarId } from './SideBar.tsx'

interface FrameMastheadProps {
  readonly isSideBarOpen: boolean
  readonly onToggleSideBar: () => void
  readonly onPalette: () => void
  /** the items at the end: tasks, alerts, help, user */
  readonly children: ReactNode
}

/** The line at the top of every page. */
export const FrameMasthead = ({ isSideBarOpen, onToggleSideBar, onPalette, children }: FrameMastheadProps) => {
  const { t } = useText()
  return (
    <Masthead data-feature="nav.list.header">
      <MastheadMain>
        <MastheadToggle>
          <Button variant="plain" aria-label={t('frame.toggleSideBar')} aria-expanded={isSideBarOpen} aria-controls={sideBarId} icon={<BarsIcon />} onClick={onToggleSideBar} data-feature="nav.list.collapse" />
        </MastheadToggle>
        <MastheadBrand><Link className="portal-brand" to="/">{t('app.product')}</Link></MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <div className="portal-top">
          <Button variant="control" icon={<SearchIcon />} onClick={onPalette} aria-keyshortcuts="Control+K" className="portal-palette-button">
            <span>{t('frame.palette')}</span> <kbd data-original aria-hidden>{t('frame.palette.keys')}</kbd>
          </Button>
          <div className="portal-top-items">{children}</div>
        </div>
      </MastheadContent>
    </Masthead>
  )
}
