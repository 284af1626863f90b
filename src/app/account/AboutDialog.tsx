import { AboutModal, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { rootQuery } from '../../engine/product.ts'
import { useText } from '../../i18n/text.ts'
import { useWho } from '../who.ts'
import { version } from '../../../package.json'

/** Which engine and which portal this is, and under which licences. */
export const AboutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText()
  const { userName } = useWho()
  const { data: root } = useQuery(rootQuery)
  const facts = [
    { term: t('about.product'), value: root?.productName },
    { term: t('about.vendor'), value: root?.vendor },
    { term: t('about.field.about.version'), value: root?.productVersion, feature: 'about.field.about.version' },
    { term: t('about.portalVersion'), value: version },
    { term: t('about.field.about.user'), value: userName, feature: 'about.field.about.user' },
  ]
  return (
    <AboutModal isOpen onClose={onClose} productName={t('app.product')} trademark={t('about.licence')} closeButtonAriaLabel={t('button.close')} aria-label={t('about.dialog.about')} brandImageSrc={`${import.meta.env.BASE_URL}favicon.svg`} brandImageAlt={t('app.product')} data-feature="about.dialog.about">
      <DescriptionList isHorizontal isCompact>
        {facts.map(({ term, value, feature }) => value !== undefined && value !== '' && (
          <DescriptionListGroup key={term} data-feature={feature}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription><bdi data-original>{value}</bdi></DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
      <p><a href={`${import.meta.env.BASE_URL}third-party-notices.txt`} target="_blank" rel="noopener noreferrer">{t('about.notices')}</a></p>
    </AboutModal>
  )
}
