import { Button, EmptyState, EmptyStateBody, Label, LabelGroup, Skeleton, Title } from '@patternfly/react-core'
import { Children, Suspense, useMemo } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { DetailQuery, Row } from '../../engine/resource.ts'
import { isEngineFault } from '../../engine/fault.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { Action } from '../action.ts'
import { ActionBar } from '../actions/ActionBar.tsx'
import { useOffers } from '../actions/useOffers.ts'
import { usePerform } from '../actions/usePerform.tsx'
import { UrlActionDialog } from '../actions/UrlActionDialog.tsx'
import { FaultMessage } from '../faults/FaultMessage.tsx'
import { PanelBoundary } from '../faults/PanelBoundary.tsx'
import type { TabContribution } from '../feature.ts'
import { useDoing } from '../jobs/useDoing.ts'
import { useCurrentActions } from '../palette/currentActions.ts'
import type { Placed } from '../placed.ts'
import { StatusLabel } from '../status/StatusIcon.tsx'
import type { Status } from '../status/status.ts'
import { RefreshControl } from '../list/RefreshControl.tsx'
import { DetailTabs } from './DetailTabs.tsx'
import { useDetail } from './useDetail.ts'
import './detail.css'

export interface DetailPageProps<T extends Row> {
  readonly id: string
  readonly source: Placed<T> & { readonly detail: (id: string) => DetailQuery<T> }
  readonly icon: ComponentType
  readonly actions: readonly Action<T>[]
  /** all tabs of this kind of object, of whichever feature */
  readonly tabs: readonly TabContribution[]
  /** segment of the open tab; the first one where it is missing */
  readonly tab: string | undefined
  /** URL of the object's page on a tab */
  readonly hrefOf: (tab: string) => string
  readonly statusOf?: (row: T) => Status
  /** since when the status is so */
  readonly sinceOf?: (row: T) => number | undefined
  readonly tags?: readonly string[]
  /** up to five key facts in the header */
  readonly facts?: (row: T) => readonly ReactNode[]
}

/** The page of one object: what it is, how it is, what can be done, and its tabs. */
export const DetailPage = <T extends Row>(props: DetailPageProps<T>) => {
  const { id, source, icon: Icon, actions, tabs, tab, hrefOf, statusOf, sinceOf, tags = [], facts } = props
  const { t, textOr } = useText()
  const format = useFormat()
  const { row, fault, isWhole, onRetry } = useDetail(source, id)
  const doing = useDoing()(id)
  if (!row) return fault ? <Missing fault={fault} onRetry={onRetry} /> : <Skeleton screenreaderText={t('state.loading')} height="10rem" />
  const since = sinceOf?.(row)
  return (
    <div className="detail-page">
      <div className="detail-page__head">
        <Title headingLevel="h1" className="detail-page__name"><Icon /> <bdi title={row.name}>{row.name ?? row.id}</bdi></Title>
        {statusOf && <StatusLabel status={statusOf(row)} />}
        {doing !== undefined && <span role="status">{textOr(doing, doing)}</span>}
        {since !== undefined && <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)}>{t('time.since', { time: format.dateTime(since) })}</time>}
        {tags.length > 0 && <LabelGroup aria-label={t('detail.tags')}>{tags.map((name) => <Label key={name} isCompact><bdi>{name}</bdi></Label>)}</LabelGroup>}
      </div>
      {facts && <div className="detail-page__facts">{Children.map(facts(row).slice(0, mostFacts), (fact) => <span>{fact}</span>)}</div>}
      <div className="detail-page__actions">
        <ActionBar placed={source} actions={actions} rows={[row]} urlRowId={id} />
        <RefreshControl isRefreshing={!isWhole && !fault} onRefresh={onRetry} />
      </div>
      {fault && <FaultMessage fault={fault} actions={<Button variant="link" isInline onClick={onRetry}>{t('button.retry')}</Button>} />}
      <DetailTabs tabs={tabs} tab={tab} hrefOf={hrefOf}>
        {(Tab) => <PanelBoundary key={`${id}/${tab ?? ''}`}><Suspense fallback={<Skeleton screenreaderText={t('state.loading')} />}><Tab parentId={id} parentName={row.name ?? ''} /></Suspense></PanelBoundary>}
      </DetailTabs>
      <UrlActionDialog placed={source} actions={actions} row={row} />
      <PaletteActions placed={source} actions={actions} row={row} />
    </div>
  )
}

/** Lets the palette do what the page's object offers. */
const PaletteActions = <T extends Row>({ placed, actions, row }: { readonly placed: Placed<T>; readonly actions: readonly Action<T>[]; readonly row: T }) => {
  const rows = useMemo(() => [row], [row])
  useCurrentActions(useOffers(placed, actions, rows), row.name ?? row.id, usePerform(placed, row.id))
  return null
}

const mostFacts = 5

const Missing = ({ fault, onRetry }: { readonly fault: unknown; readonly onRetry: () => void }) => {
  const { t } = useText()
  if (isEngineFault(fault, 'missing')) {
    return <EmptyState titleText={t('fault.missing')} headingLevel="h1"><EmptyStateBody>{t('fault.missing.advice')}</EmptyStateBody></EmptyState>
  }
  return <FaultMessage fault={fault} actions={<Button variant="link" isInline onClick={onRetry}>{t('button.retry')}</Button>} />
}
