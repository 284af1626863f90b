import '@patternfly/react-styles/css/components/Tabs/tabs.css'
import { lazy, useMemo, useRef } from 'react'
import type { ComponentType, KeyboardEvent, ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.ts'
import { featureProps } from '../featureProps.ts'
import type { TabContribution } from '../feature.ts'
import './detail.css'

type TabComponent = ComponentType<{ readonly parentId: string; readonly parentName: string }>

interface DetailTabsProps {
  readonly tabs: readonly TabContribution[]
  readonly tab: string | undefined
  readonly hrefOf: (tab: string) => string
  readonly children: (Tab: TabComponent) => ReactNode
}

// A lazy component is made once per tab, or each draw would mount it anew.
const made = new WeakMap<TabContribution, TabComponent>()
const componentOf = (tab: TabContribution): TabComponent => {
  const known = made.get(tab)
  if (known) return known
  const component = lazy(async () => ({ default: (await tab.load()).Tab }))
  made.set(tab, component)
  return component
}

/** Tabs of an object as links, so each has a URL; ← → and Home, End move between them. The open tab's code is fetched when it is first shown. */
export const DetailTabs = ({ tabs, tab, hrefOf, children }: DetailTabsProps) => {
  const { t, textOr } = useText()
  const list = useRef<HTMLUListElement>(null)
  const ordered = useMemo(() => tabs.toSorted((left, right) => left.order - right.order), [tabs])
  const open = ordered.find(({ path }) => path === tab) ?? ordered[0]
  if (!open) return null

  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
    const at = links.findIndex((link) => link === event.target)
    const targets: Readonly<Record<string, number>> = { ArrowRight: (at + 1) % links.length, ArrowLeft: (at - 1 + links.length) % links.length, Home: 0, End: links.length - 1 }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    links[target]?.focus()
  }
  return (
    <>
      <div className="pf-v6-c-tabs">
        <ul ref={list} className="pf-v6-c-tabs__list" role="tablist" aria-label={t('detail.tabs')} onKeyDown={onKeyDown}>
          {ordered.map((item) => {
            const isOpen = item === open
            return (
              <li key={item.path} role="presentation" className={`pf-v6-c-tabs__item${isOpen ? ' pf-m-current' : ''}`}>
                <Link
                  to={hrefOf(item.path)} role="tab" id={`tab-${item.path}`} aria-selected={isOpen} {...(isOpen && { 'aria-controls': 'tab-panel' })} tabIndex={isOpen ? 0 : -1}
                  className="pf-v6-c-tabs__link" {...featureProps(item)}
                >
                  <span className="pf-v6-c-tabs__item-text">{item.label === undefined ? textOr(item.id, item.id) : t(item.label)}</span>
                </Link>
              </li>
            )
          })}
        </ul>
      </div>
      <div id="tab-panel" role="tabpanel" tabIndex={0} aria-labelledby={`tab-${open.path}`} className="detail-page__tab">{children(componentOf(open))}</div>
    </>
  )
}
