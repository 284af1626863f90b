import { createBrowserRouter, matchRoutes } from 'react-router'
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

const toBasename = (base: string): string => base.replace(/\/$/, '') || '/'

/** The routes, outermost first, that an address leads through; none where no feature knows it. */
export const matchPages = (features: readonly Feature[], location: { readonly pathname: string }, base: string) =>
  matchRoutes(toRoutes(features), { pathname: location.pathname }, toBasename(base)) ?? []

/** In: base path of the build (`/` or `/portal/`). The router takes it without the slash at its end. */
export const createAdminRouter = (features: readonly Feature[], base: string) =>
  createBrowserRouter(toRoutes(features), { basename: toBasename(base) })
