import { Button, Popover } from '@patternfly/react-core'
import type { RefObject } from 'react'
import { Link } from 'react-router'
import { JobTray } from '../../blocks/jobs/JobTray.tsx'
import { useText } from '../../i18n/text.ts'

interface TaskTrayProps { readonly anchor: RefObject<HTMLElement | null>; readonly onClose: () => void }

/** Operations begun here with their steps, and the way to the tasks of everybody. */
export const TaskTray = ({ anchor, onClose }: TaskTrayProps) => {
  const { t } = useText()
  const onPress = ({ target }: { readonly target: EventTarget | null }): void => {
    // Its button toggles by itself; closing here, too, would open it again.
    if (!(target instanceof Node && anchor.current?.contains(target))) onClose()
  }
  return (
    <Popover isVisible triggerRef={() => anchor.current ?? document.body} shouldClose={onPress} position="bottom-end" minWidth="24rem" maxWidth="32rem" hasNoPadding
      aria-label={t('frame.tasks')} closeBtnAriaLabel={t('button.close')}
      headerContent={<span className="portal-tray-head">{t('frame.tasks')}</span>}
      bodyContent={<JobTray />}
      footerContent={<Button variant="link" component={(props) => <Link {...props} to="/tasks" />} onClick={onClose}>{t('frame.tasks.all')}</Button>} />
  )
}
