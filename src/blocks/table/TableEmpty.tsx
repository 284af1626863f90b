import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'

interface TableEmptyProps {
  readonly fault?: unknown
  readonly onRetry: () => void
  /** set where a search or filter is on: offers to clear it */
  readonly onClear?: (() => void) | undefined
  /** the user sees only what is given to him, so "nothing" may mean "nothing for you" */
  readonly isFiltered?: boolean
  /** the next step where there is nothing yet: the button that creates */
  readonly next?: ReactNode
  /** says it in one sentence in place of the usual words */
  readonly none?: MessageKey | undefined
}

/** Why there are no rows, and what can be done: the engine does not answer, nothing matches, nothing for this user, nothing yet. */
export const TableEmpty = ({ fault, onRetry, onClear, isFiltered = false, next, none }: TableEmptyProps) => {
  const { t } = useText()
  if (fault !== undefined) {
    return <FaultMessage fault={fault} actions={<Button variant="link" isInline onClick={onRetry}>{t('button.retry')}</Button>} />
  }
  if (none !== undefined && !onClear) return <EmptyState titleText={t(none)} headingLevel="h2" icon={CubesIcon} variant="xs" />
  const [title, body] = onClear
    ? [t('table.noMatch'), t('table.noMatch.advice')]
    : isFiltered ? [t('table.noneForYou'), t('table.noneForYou.advice')] : [t('table.none'), t('table.none.advice')]
  return (
    <EmptyState titleText={title} headingLevel="h2" icon={onClear ? SearchIcon : CubesIcon} variant="sm">
      <EmptyStateBody>{body}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {onClear ? <Button variant="link" onClick={onClear}>{t('table.clearSearch')}</Button> : next}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
