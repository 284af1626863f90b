import { List, ListItem } from '@patternfly/react-core'
import { useText } from '../i18n/text.ts'

const mostNames = 10

/** Names of objects: the first ten, "and 5 more". */
export const NameList = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useText()
  return (
    <>
      <List>
        {names.slice(0, mostNames).map((name, index) => <ListItem key={`${index}-${name}`}><bdi>{name}</bdi></ListItem>)}
      </List>
      {names.length > mostNames && <p>{t('count.andMore', { count: names.length - mostNames })}</p>}
    </>
  )
}
