import { Button, DrawerActions, DrawerCloseButton, DrawerHead, DrawerPanelBody, DrawerPanelContent, Skeleton, Title } from '@patternfly/react-core'
import { Suspense } from 'react'
import type { ComponentType } from 'react'
import { Link } from 'react-router'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import type { Action } from '../action.ts'
import { ActionBar } from '../actions/ActionBar.tsx'
import { UrlActionDialog } from '../actions/UrlActionDialog.tsx'
import { useDetail } from '../detail/useDetail.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'
import { PanelBoundary } from '../faults/PanelBoundary.tsx'
import type { ListSource } from './listSource.ts'

export interface SummaryPanelProps<T extends Row> {
  readonly source: ListSource<T>
  readonly actions: readonly Action<T>[]
  /** the object shown */
  readonly id: string
  readonly Summary: ComponentType<{ readonly row: T }>
  readonly href: ((row: T) => string) | undefined
  readonly onClose: () => void
}

/** Name, actions and key facts of one object. */
export const SummaryPanel = <T extends Row>({ source, actions, id, Summary, href, onClose }: SummaryPanelProps<T>) => {
  const { t } = useText()
  const { row, fault, onRetry } = useDetail(source, id)
  const name = row?.name ?? id
  return (
    <DrawerPanelContent isResizable defaultSize="26rem" minSize="18rem" resizeAriaLabel={t('list.summary.resize')} aria-labelledby="summary-title" data-feature="plus.list.summary">
      <DrawerHead>
        <Title headingLevel="h2" id="summary-title">{row && href ? <Link to={href(row)}><bdi>{name}</bdi></Link> : <bdi>{name}</bdi>}</Title>
        <DrawerActions><DrawerCloseButton aria-label={t('button.close')} onClose={onClose} /></DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>
        {fault && <FaultMessage fault={fault} actions={<Button variant="link" isInline onClick={onRetry}>{t('button.retry')}</Button>} />}
        {row ? (
          <PanelBoundary key={id}>
            <ActionBar placed={source} actions={actions} rows={[row]} buttons={2} urlRowId={id} />
            <Suspense fallback={<Skeleton screenreaderText={t('state.loading')} />}><Summary row={row} /></Suspense>
            <UrlActionDialog placed={source} actions={actions} row={row} />
          </PanelBoundary>
        ) : !fault && <Skeleton screenreaderText={t('state.loading')} />}
      </DrawerPanelBody>
    </DrawerPanelContent>
  )
}
