import { Drawer, DrawerContent, DrawerContentBody } from '@patternfly/react-core'
import { Suspense, lazy } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { SummaryPanel as Panel, SummaryPanelProps } from './SummaryPanel.tsx'

const SummaryPanel = lazy(async () => ({ default: (await import('./SummaryPanel.tsx')).SummaryPanel })) as unknown as typeof Panel // lazy() forgets the type parameter

interface SummaryDrawerProps<T extends Row> extends Omit<SummaryPanelProps<T>, 'id' | 'Summary'> {
  /** the object shown; undefined is closed */
  readonly id: string | undefined
  readonly Summary: ComponentType<{ readonly row: T }> | undefined
  /** the list beside it */
  readonly children: ReactNode
}

/** The summary of one object beside its list: name, the same actions, key facts. */
export const SummaryDrawer = <T extends Row>({ id, Summary, children, ...rest }: SummaryDrawerProps<T>) => (
  <Drawer isExpanded={id !== undefined} isInline className="list-page__drawer">
    <DrawerContent panelContent={id !== undefined && Summary ? <Suspense><SummaryPanel id={id} Summary={Summary} {...rest} /></Suspense> : null}>
      <DrawerContentBody className="list-page__body">{children}</DrawerContentBody>
    </DrawerContent>
  </Drawer>
)
