import { Button, NotificationBadge, Popover } from '@patternfly/react-core'
import TasksIcon from '@patternfly/react-icons/dist/esm/icons/tasks-icon'
import { useState } from 'react'
import { Link } from 'react-router'
import { JobTray, useRunningCount } from '../../blocks/jobs/JobTray.tsx'
import { useText } from '../../i18n/text.ts'

/** The task tray: operations begun here with their steps; its button counts those that run. */
export const TaskTrayButton = () => {
  const { t } = useText()
  const running = useRunningCount()
  const [isOpen, setOpen] = useState(false)
  const label = running > 0 ? `${t('frame.tasks')}: ${t('frame.tasks.running', { count: running })}` : t('frame.tasks')
  return (
    <Popover isVisible={isOpen} shouldOpen={() => setOpen(true)} shouldClose={() => setOpen(false)} position="bottom-end" minWidth="24rem" maxWidth="32rem" hasNoPadding
      aria-label={t('frame.tasks')} closeBtnAriaLabel={t('button.close')}
      headerContent={<span className="portal-tray-head">{t('frame.tasks')}</span>}
      bodyContent={<JobTray />}
      footerContent={<Button variant="link" component={(props) => <Link {...props} to="/tasks" />} onClick={() => setOpen(false)}>{t('frame.tasks.all')}</Button>}>
      <NotificationBadge variant={running > 0 ? 'unread' : 'read'} icon={<TasksIcon />} isExpanded={isOpen} aria-label={label}>{running > 0 ? running : undefined}</NotificationBadge>
    </Popover>
  )
}
