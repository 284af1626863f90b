import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { Link, isRouteErrorResponse, useRouteError } from 'react-router'
import { isEngineFault } from '../../engine/fault.ts'
import { useText } from '../../i18n/text.ts'

/** What stands in the content when a page fails: the frame around it works on. Tells a missing object from a broken page. */
export const RouteError = () => {
  const { t } = useText()
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  const isMissing = isEngineFault(error, 'missing')
  return (
    <EmptyState titleText={t(isMissing ? 'page.missing.title' : 'page.broken.title')} headingLevel="h1" icon={isMissing ? SearchIcon : ExclamationCircleIcon} {...(isMissing ? {} : { status: 'danger' as const })}>
      <title>{t(isMissing ? 'page.missing.title' : 'page.broken.title')}</title>
      <EmptyStateBody>
        <p>{t(isMissing ? 'page.missing.body' : 'page.broken.body')}</p>
        {!isMissing && <p><code data-original>{error instanceof Error ? error.message : String(error)}</code></p>}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {!isMissing && <Button onClick={() => window.location.reload()}>{t('button.reload')}</Button>}
          <Button variant="link" component={(props) => <Link {...props} to="/" />}>{t('page.notFound.home')}</Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

/** An address that no feature knows. */
export const NotFoundPage = () => {
  const { t } = useText()
  return (
    <EmptyState titleText={t('page.notFound.title')} headingLevel="h1" icon={SearchIcon}>
      <title>{t('page.notFound.title')}</title>
      <EmptyStateBody>{t('page.notFound.body')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" component={(props) => <Link {...props} to="/" />}>{t('page.notFound.home')}</Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
