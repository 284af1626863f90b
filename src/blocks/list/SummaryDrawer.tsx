import { Button, Drawer, DrawerActions, DrawerCloseButton, DrawerContent, DrawerContentBody, DrawerHead, DrawerPanelBody, DrawerPanelContent, Skeleton, Title } from '@patternfly/react-core'
import type { ComponentType, ReactNode } from 'react'
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

interface SummaryDrawerProps<T extends Row> {
  readonly source: ListSource<T>
  readonly actions: readonly Action<T>[]
  /** the object shown; undefined is closed */
  readonly id: string | undefined
  readonly Summary: ComponentType<{ readonly row: T }> | undefined
  readonly href: ((row: T) => string) | undefined
  readonly onClose: () => void
  /** the list beside it */
  readonly children: ReactNode
}

/** The summary of one object beside its list: name, the same actions, key facts. */
export const SummaryDrawer = <T extends Row>({ id, Summary, children, ...rest }: SummaryDrawerProps<T>) => (
  <Drawer isExpanded={id !== undefined} isInline className="list-page__drawer">
    <DrawerContent panelContent={id !== undefined && Summary ? <SummaryPanel id={id} Summary={Summary} {...rest} /> : null}>
      <DrawerContentBody className="list-page__body">{children}</DrawerContentBody>
    </DrawerContent>
  </Drawer>
)

type SummaryPanelProps<T extends Row> = Omit<SummaryDrawerProps<T>, 'id' | 'Summary' | 'children'> & { readonly id: string; readonly Summary: ComponentType<{ readonly row: T }> }

const SummaryPanel = <T extends Row>({ source, actions, id, Summary, href, onClose }: SummaryPanelProps<T>) => {
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
            <Summary row={row} />
            <UrlActionDialog placed={source} actions={actions} row={row} />
          </PanelBoundary>
        ) : !fault && <Skeleton screenreaderText={t('state.loading')} />}
      </DrawerPanelBody>
    </DrawerPanelContent>
  )
}
