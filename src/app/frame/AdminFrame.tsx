import { Button, Page, SkipToContent, Spinner } from '@patternfly/react-core'
import BellIcon from '@patternfly/react-icons/dist/esm/icons/bell-icon'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useContext, useState } from 'react'
import type { CSSProperties } from 'react'
import { Outlet, useNavigation } from 'react-router'
import { OverlayHost, openOverlay } from '../../blocks/overlays/overlays.tsx'
import { refreshChoices, usePreference } from '../../blocks/preferences.ts'
import { session } from '../../engine/session.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { features } from '../features.ts'
import { SiteContext } from '../site.ts'
import { useWho } from '../who.ts'
import { Banners } from './Banners.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { FrameMasthead } from './FrameMasthead.tsx'
import { HelpMenu } from './HelpMenu.tsx'
import { openAlerts } from './alerts.ts'
import { places } from './places.ts'
import { RouteAnnouncer, mainId } from './RouteAnnouncer.tsx'
import { SideBar } from './SideBar.tsx'
import { TaskTrayButton } from './TaskTrayButton.tsx'
import { useBanners } from './useBanners.ts'
import { useLater } from './useLater.ts'
import { usePaletteKey } from './usePaletteKey.ts'
import { useSideBar } from './useSideBar.ts'
import { UserMenu } from './UserMenu.tsx'
import './frame.css'

// What nobody sees at first comes when it is opened.
const AboutDialog = lazy(async () => ({ default: (await import('../account/AboutDialog.tsx')).AboutDialog }))
const AccountDialog = lazy(async () => ({ default: (await import('../account/AccountDialog.tsx')).AccountDialog }))
const Inventory = lazy(async () => ({ default: (await import('../inventory/Inventory.tsx')).Inventory }))
const Palette = lazy(async () => ({ default: (await import('../../blocks/palette/Palette.tsx')).Palette }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }))
const ToastHost = lazy(async () => ({ default: (await import('../../blocks/toasts/ToastHost.tsx')).ToastHost }))
const Notifications = lazy(async () => ({ default: (await import('./Notifications.tsx')).Notifications }))

/** Bell and toasts come after the first page, which should not have to share the wire with them. */
const laterMs = 1000
const railPx = 64
const menu = features.flatMap(({ nav = [] }) => nav)
const usualRefreshSeconds = 5

/** The frame of every page of the Admin Portal: masthead, side bar, content (ux.md, Frame). */
export const AdminFrame = () => {
  const { t } = useText()
  const site = useContext(SiteContext)
  const side = useSideBar()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const { state } = useNavigation()
  usePaletteKey(openPalette)
  return (
    <div className="portal-frame">
      <Banners banners={useBanners(site)} />
      <Page mainContainerId={mainId} isContentFilled
        style={{ '--pf-v6-c-page__sidebar--Width--base': `${side.state === 'rail' ? railPx : side.widthPx}px` } as CSSProperties /* React's type lists no custom properties */}
        skipToContent={<SkipToContent href={`#${mainId}`}>{t('frame.skip')}</SkipToContent>}
        masthead={<TopLine isSideBarOpen={side.state === 'open'} onToggleSideBar={side.onToggle} isDrawerOpen={isDrawerOpen} onDrawer={setDrawerOpen} />}
        sidebar={<SideBar {...side} items={menu} inventory={<Suspense><Inventory /></Suspense>} onOpen={side.onOpen} />}
        notificationDrawer={isDrawerOpen ? <Suspense><Notifications onClose={() => setDrawerOpen(false)} /></Suspense> : undefined}
        isNotificationDrawerExpanded={isDrawerOpen} drawerDefaultSize="26rem">
        <div className="portal-content" aria-busy={state === 'loading'} onPointerDown={side.onLeave}>
          <Breadcrumbs />
          <Suspense fallback={<Spinner aria-label={t('page.loading')} />}><Outlet /></Suspense>
        </div>
      </Page>
      <RouteAnnouncer />
      <OverlayHost />
      {useLater(laterMs) && <Suspense><ToastHost /></Suspense>}
    </div>
  )
}

/** Pages of the menu, and those that other controls lead to. */
const pages = [...menu.map(({ label, to }) => ({ label, to })), { label: 'nav.tasks', to: '/tasks' } as const]
const kinds = places.map(({ segment, label, find }) => ({
  label,
  find: (text: string, most: number) => {
    const { queryKey, queryFn } = find(text, most)
    return {
      queryKey: [...queryKey, 'palette'],
      queryFn: async (context: { readonly signal: AbortSignal }) => (await queryFn(context)).map(({ id, name }) => ({ id, name, to: `/${segment}/${id}` })),
    }
  },
}))
const openPalette = (): void => openOverlay((onClose) => <Palette pages={pages} kinds={kinds} onClose={onClose} />)

interface TopLineProps {
  readonly isSideBarOpen: boolean
  readonly onToggleSideBar: () => void
  readonly isDrawerOpen: boolean
  readonly onDrawer: (isOpen: boolean) => void
}

const TopLine = ({ isSideBarOpen, onToggleSideBar, isDrawerOpen, onDrawer }: TopLineProps) => {
  const { t } = useText()
  const { count } = useFormat()
  const { userName } = useWho()
  const alerts = useQuery({ ...openAlerts, enabled: useLater(laterMs) })
  const [refreshSeconds = usualRefreshSeconds, setRefreshSeconds] = usePreference('refreshSeconds')
  const alertCount = alerts.data?.rows.length ?? 0
  const onAbout = (): void => openOverlay((onClose) => <AboutDialog onClose={onClose} />)
  return (
    <FrameMasthead isSideBarOpen={isSideBarOpen} onToggleSideBar={onToggleSideBar} onPalette={openPalette}>
      <TaskTrayButton />
      <Button icon={<BellIcon />} isExpanded={isDrawerOpen} onClick={() => onDrawer(!isDrawerOpen)}
        {...(alertCount > 0 ? { variant: 'stateful', state: 'attention' } : { variant: 'plain' })}
        aria-label={alertCount > 0 ? `${t('frame.notifications')}: ${t('frame.alerts', { count: alertCount })}` : t('frame.notifications')}>
        {alertCount > 0 ? count(alertCount, alerts.data?.more ?? false) : undefined}
      </Button>
      <HelpMenu onAbout={onAbout} onKeys={() => openOverlay((onClose) => <KeysDialog onClose={onClose} />)} />
      <UserMenu userName={userName} intervals={refreshChoices} intervalSeconds={refreshSeconds}
        onInterval={(seconds) => {
          const chosen = refreshChoices.find((choice) => choice === seconds)
          if (chosen !== undefined) setRefreshSeconds(chosen)
        }}
        onAccount={() => openOverlay((onClose) => <AccountDialog onClose={onClose} />)} onAbout={onAbout} onLogOut={() => void session.logOut()} />
    </FrameMasthead>
  )
}
