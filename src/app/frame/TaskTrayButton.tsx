import { Button } from '@patternfly/react-core'
import TasksIcon from '@patternfly/react-icons/dist/esm/icons/tasks-icon'
import { Suspense, lazy, useRef, useState } from 'react'
import { useRunningCount } from '../../blocks/jobs/useRunningCount.ts'
import { useText } from '../../i18n/text.ts'

const TaskTray = lazy(async () => ({ default: (await import('./TaskTray.tsx')).TaskTray }))

/** The button of the task tray: counts the operations begun here that still run. */
export const TaskTrayButton = () => {
  const { t } = useText()
  const running = useRunningCount()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const label = running > 0 ? `${t('frame.tasks')}: ${t('frame.tasks.running', { count: running })}` : t('frame.tasks')
  return (
    <>
      <Button ref={button} icon={<TasksIcon />} isExpanded={isOpen} aria-label={label} onClick={() => setOpen(!isOpen)}
        {...(running > 0 ? { variant: 'stateful', state: 'unread' } : { variant: 'plain' })}>
        {running > 0 ? running : undefined}
      </Button>
      {isOpen && <Suspense><TaskTray anchor={button} onClose={() => setOpen(false)} /></Suspense>}
    </>
  )
}
