import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core'
import QuestionCircleIcon from '@patternfly/react-icons/dist/esm/icons/question-circle-icon'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'

/** Documentation of the product that stands around this portal; the project keeps it at this address. */
const documentationUrl = 'https://www.ovirt.org/documentation/'

export const HelpMenu = ({ onAbout, onKeys }: { readonly onAbout: () => void; readonly onKeys: () => void }) => {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dropdown isOpen={isOpen} onOpenChange={setOpen} onSelect={() => setOpen(false)} popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} variant="plain" aria-label={t('frame.help')}
          icon={<QuestionCircleIcon />} data-feature="shell.tab.help-menu" />
      )}>
      <DropdownList>
        <DropdownItem to={documentationUrl} isExternalLink rel="noopener noreferrer">{t('frame.documentation')}</DropdownItem>
        <DropdownItem onClick={onKeys}>{t('frame.keys')}</DropdownItem>
        <DropdownItem onClick={onAbout} data-feature="about.dialog.about">{t('about.dialog.about')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}
