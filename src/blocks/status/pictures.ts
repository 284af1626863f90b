import ArrowCircleDownIcon from '@patternfly/react-icons/dist/esm/icons/arrow-circle-down-icon'
import ArrowCircleUpIcon from '@patternfly/react-icons/dist/esm/icons/arrow-circle-up-icon'
import CogIcon from '@patternfly/react-icons/dist/esm/icons/cog-icon'
import ExchangeAltIcon from '@patternfly/react-icons/dist/esm/icons/exchange-alt-icon'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import HourglassIcon from '@patternfly/react-icons/dist/esm/icons/hourglass-icon'
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon'
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon'
import MoonIcon from '@patternfly/react-icons/dist/esm/icons/moon-icon'
import PauseCircleIcon from '@patternfly/react-icons/dist/esm/icons/pause-circle-icon'
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon'
import RedoIcon from '@patternfly/react-icons/dist/esm/icons/redo-icon'
import StopIcon from '@patternfly/react-icons/dist/esm/icons/stop-icon'
import SyncAltIcon from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon'
import TimesCircleIcon from '@patternfly/react-icons/dist/esm/icons/times-circle-icon'
import WrenchIcon from '@patternfly/react-icons/dist/esm/icons/wrench-icon'
import type { ComponentType } from 'react'
import type { StatusKind } from '../../domain/statusKind.ts'

export interface Picture {
  readonly Icon: ComponentType
  /** colours come from the theme, one per tone */
  readonly tone: 'ok' | 'stopped' | 'working' | 'warning' | 'error' | 'unknown'
  /** turns while it lasts; still where motion is reduced */
  readonly isTurning?: boolean
}

/** The one table of status icons: shape and colour per kind; the word stands beside it. */
export const pictures: Readonly<Record<StatusKind, Picture>> = {
  up: { Icon: ArrowCircleUpIcon, tone: 'ok' },
  upRunOnce: { Icon: ArrowCircleUpIcon, tone: 'ok' },
  down: { Icon: StopIcon, tone: 'stopped' },
  starting: { Icon: SyncAltIcon, tone: 'working', isTurning: true },
  stopping: { Icon: ArrowCircleDownIcon, tone: 'working' },
  rebooting: { Icon: RedoIcon, tone: 'working', isTurning: true },
  waiting: { Icon: HourglassIcon, tone: 'working' },
  locked: { Icon: LockIcon, tone: 'stopped' },
  paused: { Icon: PauseCircleIcon, tone: 'warning' },
  suspended: { Icon: MoonIcon, tone: 'stopped' },
  migrating: { Icon: ExchangeAltIcon, tone: 'working' },
  unknown: { Icon: QuestionCircleIcon, tone: 'unknown' },
  maintenance: { Icon: WrenchIcon, tone: 'stopped' },
  preparing: { Icon: WrenchIcon, tone: 'working' },
  error: { Icon: TimesCircleIcon, tone: 'error' },
  installing: { Icon: CogIcon, tone: 'working', isTurning: true },
  warning: { Icon: ExclamationTriangleIcon, tone: 'warning' },
  unconfigured: { Icon: MinusCircleIcon, tone: 'stopped' },
}
