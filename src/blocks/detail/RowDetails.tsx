import { Drawer, DrawerActions, DrawerCloseButton, DrawerContent, DrawerContentBody, DrawerHead, DrawerPanelBody, DrawerPanelContent, Title } from '@patternfly/react-core'
import type { ComponentType, ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { PanelBoundary } from '../faults/PanelBoundary.tsx'

interface RowDetailsProps<T extends Row> {
  /** the row of which more is shown; nothing closes the panel */
  readonly row: T | undefined
  readonly Details: ComponentType<{ readonly row: T }> | undefined
  readonly title?: ((row: T) => ReactNode) | undefined
  readonly onClose: () => void
  /** the table */
  readonly children: ReactNode
}

/** A table and beside it what one of its rows holds: disks of a snapshot, traffic of an interface. */
export const RowDetails = <T extends Row>({ row, Details, title, onClose, children }: RowDetailsProps<T>) => {
  const { t } = useText()
  if (!Details) return children
  const panel = row && (
    <DrawerPanelContent isResizable defaultSize="26rem" minSize="18rem" resizeAriaLabel={t('list.summary.resize')} aria-labelledby="row-details-title">
      <DrawerHead>
        <Title headingLevel="h2" size="lg" id="row-details-title"><bdi>{title?.(row) ?? row.name ?? row.id}</bdi></Title>
        <DrawerActions><DrawerCloseButton aria-label={t('button.close')} onClose={onClose} /></DrawerActions>
      </DrawerHead>
      <DrawerPanelBody><PanelBoundary key={row.id}><Details row={row} /></PanelBoundary></DrawerPanelBody>
    </DrawerPanelContent>
  )
  return (
    <Drawer isExpanded={row !== undefined} isInline className="list-page__drawer">
      <DrawerContent panelContent={panel}><DrawerContentBody className="list-page__body">{children}</DrawerContentBody></DrawerContent>
    </Drawer>
  )
}
