import { Button, FormSelect, FormSelectOption, Title } from '@patternfly/react-core'
import type { ReactNode } from 'react'
import { changeLanguage } from '../../i18n/catalogue.ts'
import { languages } from '../../i18n/language.ts'
import { useText } from '../../i18n/text.ts'
import { chooseTheme, themes, useTheme } from '../theme.ts'
import './session.css'

/** The page around the log-in form, and around what replaces it for people who may not enter. */
export const LogInPage = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const { t } = useText()
  return (
    <div className="portal-login">
      <title>{title}</title>
      <header className="portal-login-brand">
        <p className="portal-login-product">{t('app.product')}</p>
        <p>{t('login.welcome')}</p>
      </header>
      <main className="portal-login-main">
        <div className="portal-login-form">
          <Title headingLevel="h1" size="2xl">{title}</Title>
          {children}
        </div>
        <Switches />
      </main>
    </div>
  )
}

/** Language and theme, for those who cannot read the page that would hold the settings. */
const Switches = () => {
  const { t, language } = useText()
  const theme = useTheme()
  return (
    <div className="portal-login-switches">
      <div role="group" aria-label={t('user.language')}>
        {languages.map(({ tag, ownName }) => (
          <Button key={tag} variant="link" size="sm" lang={tag} aria-pressed={tag === language} onClick={() => void changeLanguage(tag)}>{ownName}</Button>
        ))}
      </div>
      <FormSelect aria-label={t('user.theme')} value={theme} onChange={(_event, value) => {
        const chosen = themes.find((candidate) => candidate === value)
        if (chosen) chooseTheme(chosen)
      }}>
        {themes.map((candidate) => <FormSelectOption key={candidate} value={candidate} label={t(`theme.${candidate}`)} />)}
      </FormSelect>
    </div>
  )
}
