/** What a page holds at this moment, read in one step inside it. */
import type { Page } from '@playwright/test'

/** Something that can be pressed. */
export interface Control {
  /** the same for the same control of every page of a template; the crawl presses it once */
  readonly signature: string
  /** selector that finds it now */
  readonly selector: string
  readonly name: string
  readonly isDisabled: boolean
  /** chosen already, so that pressing it changes nothing: the open tab, the page one is on */
  readonly isChosen: boolean
  /** shows itself only when it has the focus, such as a link past the navigation */
  readonly isHidden: boolean
  /** path of the portal it leads to */
  readonly href: string | undefined
  /** what it says of itself and a second press takes back */
  readonly toggle: string
}

/** Ids in a path are what pages of one template differ by. */
export const templateOf = (path: string): string =>
  path.replace(/[?#].*$/, '').replaceAll(/\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=\/|$)/g, '/:id')

/**
 * Everything pressable that is visible and not behind a dialog or menu. Rows of a table or tree beyond the first of their
 * kind are left out: they offer what the first one does.
 */
export const readControls = (page: Page): Promise<readonly Control[]> =>
  page.evaluate(() => {
    const pressable = 'a[href],button,summary,[role="tab"],[role="button"],[role="menuitem"],[role="treeitem"],[role="switch"],input[type="checkbox"],input[type="radio"]'
    const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && element.getClientRects().length > 0
    const top = [...document.querySelectorAll('[role="dialog"],[role="menu"]')].filter(isVisible).at(-1)
    const scope = top ?? document.body
    const nameOf = (element: Element): string => {
      const labelled = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      return (element.getAttribute('aria-label') ?? labelled ?? label ?? element.textContent).trim()
    }
    const placeOf = (element: Element): string | undefined => {
      const row = element.closest('tr,[role="treeitem"],li')
      if (!row || element.closest('thead')) return ''
      if (row.matches('[role="treeitem"]')) {
        const level = row.getAttribute('aria-level') ?? ''
        const first = [...document.querySelectorAll(`[role="treeitem"][aria-level="${level}"]`)][0]
        return row === first ? `tree ${level}` : undefined
      }
      if (row.matches('li')) return ''
      const siblings = [...(row.parentElement?.children ?? [])].filter((one) => one.querySelector('a,button,input'))
      return siblings[0] === row ? `row ${[...row.querySelectorAll('a,button,input')].indexOf(element)}` : undefined
    }
    const area = (element: Element): string => (element.closest('[role="dialog"],[role="menu"]') ? 'over' : element.closest('.portal-content') ? 'page' : 'frame')
    for (const old of document.querySelectorAll('[data-crawl]')) old.removeAttribute('data-crawl')
    return [...scope.querySelectorAll(pressable)].filter((element) => isVisible(element) && !element.closest('[aria-hidden="true"],[inert]')).flatMap((element, index) => {
      const place = placeOf(element)
      if (place === undefined) return []
      element.setAttribute('data-crawl', String(index))
      const href = element.getAttribute('href') ?? undefined
      const name = nameOf(element)
      const toggle = ['aria-expanded', 'aria-pressed', 'aria-checked'].map((word) => element.getAttribute(word) ?? '').join() + (element instanceof HTMLInputElement ? String(element.checked) : '')
      const own = place === '' ? `${element.closest('[data-feature]')?.getAttribute('data-feature') ?? ''} ${href !== undefined && element.closest('.portal-content') ? '' : name.replaceAll(/\d+/g, '#')}` : place
      return [{
        signature: `${area(element)} ${element.tagName} ${own}`, selector: `[data-crawl="${index}"]`, name,
        isDisabled: element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled'),
        isChosen: ['aria-selected', 'aria-pressed'].some((word) => element.getAttribute(word) === 'true') || element.hasAttribute('aria-current') || href === location.pathname || (element instanceof HTMLInputElement && element.type === 'radio' && element.checked),
        isHidden: href?.startsWith('#') === true,
        href: href?.startsWith('/') ? href : undefined, toggle,
      }]
    })
  })

/** The accessible tree in short, tooltips left out: what somebody could notice of a change. */
export const readFingerprint = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const words = ['role', 'aria-label', 'aria-expanded', 'aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'aria-disabled', 'aria-sort', 'title', 'class']
    const lines: string[] = [document.documentElement.className, document.documentElement.lang]
    const walk = (element: Element): void => {
      if (element.matches('[role="tooltip"],script,style')) return
      const facts = words.map((word) => element.getAttribute(word) ?? '').join('|')
      const value = element instanceof HTMLInputElement ? `${element.value}${String(element.checked)}` : ''
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('')
      lines.push(`${facts}|${value}|${own}`)
      for (const child of element.children) walk(child)
    }
    walk(document.body)
    return lines.join('\n')
  })

/** What a page shows once nothing loads any more. */
export interface Look { readonly features: readonly string[]; readonly headings: readonly string[] }

/** Waits until nothing loads any more; answers feature ids of what is visible and the headings. Rejects when it takes too long. */
export async function settle(page: Page, withinMs: number): Promise<Look> {
  const handle = await page.waitForFunction(() => {
    const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
    if ([...document.querySelectorAll('[aria-busy="true"],.pf-v6-c-skeleton')].some(isVisible)) return false
    return {
      features: [...document.querySelectorAll('[data-feature]')].filter(isVisible).flatMap((element) => (element.getAttribute('data-feature') ?? '').split(' ')),
      headings: [...document.querySelectorAll('h1,h2,h3,h4,.pf-v6-c-alert__title')].filter(isVisible).map((element) => element.textContent),
    }
  }, undefined, { timeout: withinMs, polling: 50 })
  const look = await handle.jsonValue()
  if (look === false) throw new Error('the page did not settle')
  return look
}
