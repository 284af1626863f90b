import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core'
import { Suspense, lazy } from 'react'
import { Link, useLocation } from 'react-router'
import { useText } from '../../i18n/text.ts'
import { placeOf } from './places.ts'

// Only pages of one object have it.
const Siblings = lazy(async () => ({ default: (await import('./Siblings.tsx')).Siblings }))

/** Kind and name of the object whose page is open; lists are named by their title and have no path. */
export const Breadcrumbs = () => {
  const { t } = useText()
  const { pathname } = useLocation()
  const [, segment = '', id, tab] = pathname.split('/')
  const place = placeOf(segment)
  if (!place || id === undefined || id === 'new') return null
  return (
    <Breadcrumb aria-label={t('frame.breadcrumb')}>
      <BreadcrumbItem render={({ className }) => <Link className={className} to={`/${segment}`}>{t(place.label)}</Link>} />
      <BreadcrumbItem isDropdown><Suspense><Siblings place={place} id={id} tab={tab} /></Suspense></BreadcrumbItem>
    </Breadcrumb>
  )
}
