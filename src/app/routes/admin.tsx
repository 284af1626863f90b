import { createBrowserRouter } from 'react-router'
import type { RouteObject } from 'react-router'
import { Spinner } from '@patternfly/react-core'
import type { Feature } from '../../blocks/feature.ts'
import { useText } from '../../i18n/text.ts'
import { AdminFrame } from '../frame/AdminFrame.tsx'
import { NotFoundPage, RouteError } from './RouteError.tsx'

const Loading = () => {
  const { t } = useText()
  return <Spinner aria-label={t('page.loading')} />
}

/** Each route of a feature fails alone: the frame and the other pages go on. */
const guarded = (route: RouteObject): RouteObject => ({ ErrorBoundary: RouteError, ...route })

/** The routes of the Admin Portal: all that features give, inside the frame. */
export const toRoutes = (features: readonly Feature[]): RouteObject[] => [
  {
    path: '/',
    Component: AdminFrame,
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    children: [...features.flatMap(({ routes }) => routes.map(guarded)), { path: '*', Component: NotFoundPage }],
  },
]

/** In: base path of the build (`/` or `/portal/`). The router takes it without the slash at its end. */
export const createAdminRouter = (features: readonly Feature[], base: string) =>
  createBrowserRouter(toRoutes(features), { basename: base.replace(/\/$/, '') || '/' })
