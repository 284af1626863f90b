import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { PreferencesContext } from '../blocks/preferences.ts'
import { RightsContext } from '../blocks/rights.ts'
import { TabsContext } from '../blocks/tabs.ts'
import { queryClient } from '../engine/cache.ts'
import { live } from '../engine/live/live.ts'
import { grantsQuery, hierarchyQuery, toJudge } from '../engine/rights.ts'
import type { SignedIn } from '../engine/session.ts'
import type { Site } from '../engine/site.ts'
import { isPortalPath } from './account/accountForm.ts'
import { features } from './features.ts'
import { loadPreferences, preferences } from './preferences.ts'
import { createAdminRouter } from './routes/admin.tsx'
import { SessionGate } from './session/SessionGate.tsx'
import { SiteContext } from './site.ts'
import { WhoContext } from './who.ts'

/** The portal: what everybody sees before log-in, and the Admin Portal behind it. */
export const App = ({ site }: { readonly site: Site }) => (
  <SiteContext value={site}>
    <QueryClientProvider client={queryClient}>
      <SessionGate>{(who) => <AdminPortal key={who.userId} who={who} />}</SessionGate>
    </QueryClientProvider>
  </SiteContext>
)

const tabs = features.flatMap(({ tabs: lent = [] }) => lent)

/** One per user: another user gets a router and rights of their own. */
const AdminPortal = ({ who }: { readonly who: SignedIn }) => {
  // The router starts loaders when it is made, so it is made after log-in.
  const [router] = useState(() => createAdminRouter(features, import.meta.env.BASE_URL))
  useEffect(() => {
    void loadPreferences(who.userId).then(() => goHome(router))
    const stopInterval = followInterval()
    live.start()
    return () => {
      live.stop()
      stopInterval()
      router.dispose()
    }
  }, [router, who.userId])
  const { data: grants } = useQuery(grantsQuery(who.userId))
  // Descent matters only to who holds something on a data center; administrators of the whole system do not wait for it.
  const { data: hierarchy } = useQuery({ ...hierarchyQuery, enabled: grants?.some(({ object }) => object.type === 'data_center') ?? false })
  const judge = useMemo(() => toJudge(grants, hierarchy), [grants, hierarchy])
  return (
    <PreferencesContext value={preferences}>
      <RightsContext value={judge}>
        <WhoContext value={who}>
          <TabsContext value={tabs}>
            <RouterProvider router={router} />
          </TabsContext>
        </WhoContext>
      </RightsContext>
    </PreferencesContext>
  )
}

/** The refresh interval that the user chose, now and whenever it changes. The answer stops it. */
const followInterval = (): (() => void) => {
  const take = (): void => live.setInterval(preferences.getSnapshot().refreshSeconds)
  take()
  return preferences.subscribe(take)
}

/** Who came without naming a page goes to the page of their choice. */
const goHome = (router: ReturnType<typeof createAdminRouter>): void => {
  const { homePage } = preferences.getSnapshot()
  const { pathname, search } = router.state.location
  if (homePage !== undefined && isPortalPath(homePage) && pathname === '/' && search === '') void router.navigate(homePage, { replace: true })
}
