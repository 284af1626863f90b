import { Button, MenuItem } from '@patternfly/react-core'
import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon'
import SyncAltIcon from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon'
import { useState } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import { refreshChoices, usePreference } from '../preferences.ts'

interface RefreshControlProps { readonly isRefreshing: boolean; readonly onRefresh: () => void }

/** Refresh now, and how often it happens by itself: one interval for all lists. */
export const RefreshControl = ({ isRefreshing, onRefresh }: RefreshControlProps) => {
  const { t } = useText()
  const { duration } = useFormat()
  const [seconds = 5, setSeconds] = usePreference('refreshSeconds')
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <span data-feature="shell.action.refresh common.list.refresh">
      <Button variant="plain" icon={<SyncAltIcon />} aria-label={t('button.refresh')} title={t('button.refresh')} isAriaDisabled={isRefreshing} onClick={onRefresh} />
      <Button
        variant="plain" icon={<AngleDownIcon />} iconPosition="end" aria-label={t('list.interval', { value: duration(seconds) })}
        aria-haspopup="menu" aria-expanded={anchor !== undefined} onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
      >
        {duration(seconds)}
      </Button>
      {anchor && (
        <FloatingMenu label={t('list.intervals')} anchor={anchor} onClose={() => setAnchor(undefined)}>
          {refreshChoices.map((choice) => (
            <MenuItem key={choice} itemId={choice} isSelected={choice === seconds} onClick={() => setSeconds(choice)}>{duration(choice)}</MenuItem>
          ))}
        </FloatingMenu>
      )}
    </span>
  )
}
