import { List, ListItem } from '@patternfly/react-core'
import { Children } from 'react'
import { useText } from '../i18n/text.ts'

const mostNames = 10

/** Names of objects: the first ten, "and 5 more". Two objects may have the same name. */
export const NameList = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useText()
  return (
    <>
      <List>{Children.map(names.slice(0, mostNames), (name) => <ListItem><bdi>{name}</bdi></ListItem>)}</List>
      {names.length > mostNames && <p>{t('count.andMore', { count: names.length - mostNames })}</p>}
    </>
  )
}
