import { Button, Card, CardBody, CardHeader, CardTitle, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core'
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { featureProps } from '../featureProps.ts'
import './detail.css'

/** One fact of an object as data. */
export interface Fact<T> {
  /** feature id and key of the label */
  readonly id: string & MessageKey
  readonly also?: readonly string[]
  /** undefined or '' shows a dash */
  readonly value: (row: T) => ReactNode
  /** what it will be after the next start, where that differs */
  readonly next?: (row: T) => ReactNode
  readonly offered?: (row: T) => boolean
}

export interface FactCard<T> {
  /** key of the card's heading */
  readonly id: string & MessageKey
  readonly facts: readonly Fact<T>[]
}

interface FactCardsProps<T> {
  readonly cards: readonly FactCard<T>[]
  readonly row: T
  /** opens the edit dialog at the section of a card */
  readonly onEdit?: (cardId: string) => void
}

/** Facts of an object as cards in two or three columns. */
export const FactCards = <T,>({ cards, row, onEdit }: FactCardsProps<T>) => {
  const { t } = useText()
  return (
    <div className="fact-cards">
      {cards.map(({ id, facts }) => {
        const title = t(id)
        return (
          <Card key={id} isCompact data-feature={id}>
            <CardHeader {...(onEdit && { actions: { actions: <Button variant="plain" size="sm" icon={<PencilAltIcon />} aria-label={`${t('button.edit')}: ${title}`} onClick={() => onEdit(id)} />, hasNoOffset: true } })}>
              <CardTitle component="h2">{title}</CardTitle>
            </CardHeader>
            <CardBody><FactList facts={facts} row={row} /></CardBody>
          </Card>
        )
      })}
    </div>
  )
}

/** Facts as a list of terms, as in a card and in the summary drawer. */
export const FactList = <T,>({ facts, row }: { readonly facts: readonly Fact<T>[]; readonly row: T }) => {
  const { t } = useText()
  return (
    <DescriptionList isCompact isHorizontal termWidth="11rem">
      {facts.filter(({ offered }) => offered?.(row) ?? true).map(({ id, also, value, next }) => {
        const shown = value(row)
        const later = next?.(row)
        return (
          <DescriptionListGroup key={id} {...featureProps({ id, also })}>
            <DescriptionListTerm>{t(id)}</DescriptionListTerm>
            <DescriptionListDescription>
              {shown === undefined || shown === null || shown === '' ? '–' : typeof shown === 'string' ? <bdi>{shown}</bdi> : shown}
              {later !== undefined && later !== null && <span className="fact-cards__next">{t('detail.nextRun')} {typeof later === 'string' ? <bdi>{later}</bdi> : later}</span>}
            </DescriptionListDescription>
          </DescriptionListGroup>
        )
      })}
    </DescriptionList>
  )
}
