import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core'
import { useState } from 'react'
import { changeLanguage } from '../../i18n/catalogue.ts'
import { languages } from '../../i18n/language.ts'
import { useText } from '../../i18n/text.ts'
import { chooseTheme, themes, useTheme } from '../theme.ts'

interface UserMenuProps {
  readonly userName: string
  readonly intervalSeconds: number
  readonly intervals: readonly number[]
  readonly onInterval: (seconds: number) => void
  readonly onAccount: () => void
  readonly onAbout: () => void
  readonly onLogOut: () => void
}

/** Who is logged in, and what belongs to the person: language, theme, refresh, settings, the way out. */
export const UserMenu = ({ userName, intervalSeconds, intervals, onInterval, onAccount, onAbout, onLogOut }: UserMenuProps) => {
  const { t, language } = useText()
  const theme = useTheme()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dropdown isOpen={isOpen} onOpenChange={setOpen} onSelect={() => setOpen(false)} isScrollable popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} variant="plainText" data-feature="shell.tab.user-menu">
          {userName}
        </MenuToggle>
      )}>
      <DropdownGroup label={t('user.language')}>
        <DropdownList>
          {languages.map(({ tag, ownName }) => (
            <DropdownItem key={tag} lang={tag} isSelected={tag === language} onClick={() => void changeLanguage(tag)}>{ownName}</DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <DropdownGroup label={t('user.theme')}>
        <DropdownList>
          {themes.map((candidate) => (
            <DropdownItem key={candidate} isSelected={candidate === theme} onClick={() => chooseTheme(candidate)}>{t(`theme.${candidate}`)}</DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <DropdownGroup label={t('user.refresh')}>
        <DropdownList data-feature="common.list.refresh">
          {intervals.map((seconds) => (
            <DropdownItem key={seconds} isSelected={seconds === intervalSeconds} onClick={() => onInterval(seconds)}>{t('unit.seconds', { value: seconds })}</DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem onClick={onAccount} data-feature="account.dialog.settings">{t('account.dialog.settings')}</DropdownItem>
        <DropdownItem onClick={onAbout}>{t('about.dialog.about')}</DropdownItem>
        <DropdownItem onClick={onLogOut} data-feature="login.action.log-out">{t('button.logOut')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}
