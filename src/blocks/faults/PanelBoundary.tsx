import { Button } from '@patternfly/react-core'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { FaultMessage } from './FaultMessage.tsx'

interface PanelBoundaryProps { readonly children: ReactNode }
interface PanelBoundaryState { readonly fault?: unknown; readonly hasFailed: boolean }

/** A panel that fails says so in its place and offers to try again; the rest of the page goes on. */
export class PanelBoundary extends Component<PanelBoundaryProps, PanelBoundaryState> {
  override state: PanelBoundaryState = { hasFailed: false }
  static getDerivedStateFromError(fault: unknown): PanelBoundaryState {
    return { fault, hasFailed: true }
  }
  readonly onRetry = (): void => this.setState({ fault: undefined, hasFailed: false })
  override render(): ReactNode {
    return this.state.hasFailed ? <Failure fault={this.state.fault} onRetry={this.onRetry} /> : this.props.children
  }
}

const Failure = ({ fault, onRetry }: { readonly fault: unknown; readonly onRetry: () => void }) => {
  const { t } = useText()
  return <FaultMessage fault={fault} actions={<Button variant="link" isInline onClick={onRetry}>{t('button.retry')}</Button>} />
}
