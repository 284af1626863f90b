/** Walks through the portal as it offers itself: every link, tab and control of every page template, once. */
import { expect, type Page } from '@playwright/test'
import { readControls, readFingerprint, settle, templateOf, type Control } from './pageFacts.ts'

export interface CrawlOptions {
  /** press every item of the menus too, not only open them */
  readonly everyItem: boolean
}

export interface Crawl {
  /** page templates that were opened */
  readonly templates: ReadonlySet<string>
  /** feature ids seen visible */
  readonly seen: ReadonlySet<string>
  /** what went wrong, in words */
  readonly problems: readonly string[]
}

/** What the crawl does not press, with the reason. */
const leftOut: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^Log out$/, 'ends the session; a journey of its own proves it'],
  [/^Copied$/, 'says that the press before has worked'],
  [/^(English|简体中文)$/, 'changes the names by which controls are found; the Chinese journey proves it'],
]

/** Headings that stand where a page has failed. */
const failed = /This page has failed|There is no such page|The portal made a mistake|This object does not exist|The object does not exist any more|The engine sent an answer that the portal cannot read/

const effectWithinMs = 1000
const settleWithinMs = 8000

export async function crawl(page: Page, { everyItem }: CrawlOptions): Promise<Crawl> {
  const templates = new Set<string>()
  const seen = new Set<string>()
  const problems: string[] = []
  const pressed = new Set<string>()
  const followed = new Set<string>()
  const queue: string[] = []
  const here = (): string => new URL(page.url()).pathname + new URL(page.url()).search
  let requests = 0
  // Polls of the feed go on by themselves and are nobody's effect.
  page.on('request', (request) => { if (!/[/]events[?;].*\bfrom=|[/]jobs[?;]/.test(request.url())) requests += 1 })
  page.on('response', (response) => { if (response.status() === 404) problems.push(`${here()}: 404 of ${new URL(response.url()).pathname}`) })
  page.on('popup', (popup) => { requests += 1; void popup.close() })
  page.on('dialog', (dialog) => void dialog.accept())

  /** Waits until nothing loads any more, then looks at what is there. */
  const look = async (): Promise<void> => {
    const { features, headings } = await settle(page, settleWithinMs)
    for (const id of features) seen.add(id)
    const heading = headings.find((text) => failed.test(text))
    if (heading !== undefined) problems.push(`${here()}: ${heading}`)
  }
  const go = async (path: string): Promise<void> => {
    if (here() !== path) {
      await page.evaluate((target) => {
        history.pushState(null, '', target)
        dispatchEvent(new PopStateEvent('popstate', { state: null }))
      }, path)
    }
    await look()
  }
  /** Closes what a press has opened and goes back to where it was. */
  const restore = async (path: string): Promise<void> => {
    const over = page.locator('[role="dialog"]:visible, [role="menu"]:visible, [role="listbox"]:visible')
    for (let attempt = 0; attempt < 3 && (await over.count()) > 0; attempt++) {
      if (attempt < 2) await page.keyboard.press('Escape')
      else await over.last().getByRole('button', { name: /^(Cancel|Close)$/ }).first().click({ timeout: effectWithinMs }).catch(() => undefined)
      await page.waitForFunction(() => ![...document.querySelectorAll('[role="dialog"],[role="menu"],[role="listbox"]')].some((element) => element.checkVisibility()), undefined, { timeout: effectWithinMs }).catch(() => undefined)
    }
    if (await over.count() > 0) await page.reload()
    await go(path)
  }

  /** A disabled control has to say why: on hover, by its title or description, or when pressed all the same. */
  const expectReason = async ({ selector, name }: Control, path: string): Promise<void> => {
    const control = page.locator(selector)
    const said = await control.evaluate((element) => [element.getAttribute('title'), ...(element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)].join(''))
    if (said !== '') return
    await control.hover({ force: true })
    const tooltip = await page.getByRole('tooltip').first().waitFor({ timeout: effectWithinMs }).then(() => true, () => false)
    if (!tooltip) problems.push(`${path}: "${name}" is disabled and does not say why`)
    await page.mouse.move(0, 0)
  }

  /** Presses a control and waits for what anybody would notice. */
  const press = async (control: Control, path: string): Promise<boolean> => {
    const before = { url: page.url(), requests, print: await readFingerprint(page) }
    const target = page.locator(control.selector)
    try {
      if (control.isHidden) {
        await target.focus()
        await page.keyboard.press('Enter')
      } else {
        // Columns that stay in place must not lie over the control.
        await target.evaluate((element) => element.scrollIntoView({ block: 'nearest', inline: 'center' }))
        await target.click({ timeout: 10_000 })
      }
    } catch (failure) {
      problems.push(`${path}: "${control.name}" cannot be pressed: ${failure instanceof Error ? failure.message.split('\n')[0] : ''}`)
      return false
    }
    const hasEffect = async (): Promise<boolean> =>
      page.url() !== before.url || requests > before.requests || (await readFingerprint(page)) !== before.print
      || await page.evaluate((selector) => document.activeElement !== document.body && !document.querySelector(selector)?.contains(document.activeElement), control.selector)
    const isNoticed = await expect.poll(hasEffect, { timeout: effectWithinMs, intervals: [20, 50, 100, 200] }).toBe(true).then(() => true, () => false)
    if (!isNoticed) problems.push(`${path}: "${control.name}" does nothing`)
    await look()
    return isNoticed
  }

  /** Opens pages of templates nobody has been to. */
  const enqueue = (path: string): void => {
    const template = templateOf(path)
    if (templates.has(template)) return
    templates.add(template)
    queue.push(path)
  }

  /** Presses the items of an open menu one by one; each needs the menu opened anew. */
  const pressItems = async (opener: Control, path: string): Promise<void> => {
    for (;;) {
      const items = await readControls(page)
      const item = items.find(({ signature, name }) => !pressed.has(`${templateOf(path)} ${signature} ${name}`) && !leftOut.some(([pattern]) => pattern.test(name)))
      if (!item) return
      pressed.add(`${templateOf(path)} ${item.signature} ${item.name}`)
      if (item.isDisabled) await expectReason(item, path)
      else await press(item, path)
      if (item.isDisabled) continue
      enqueue(here())
      await restore(path)
      const again = (await readControls(page)).find(({ signature, isDisabled }) => signature === opener.signature && !isDisabled)
      if (!again) return
      await page.locator(again.selector).click()
    }
  }

  const visitTemplate = async (path: string): Promise<void> => {
    await go(path)
    for (;;) {
      const controls = await readControls(page)
      for (const { href } of controls) if (href !== undefined) enqueue(href)
      // What blocks give to every page is tried once in the short run; the long one tries it on every page.
      const keyOf = ({ signature, href }: Control): string => (signature.startsWith('frame') || (!everyItem && href === undefined) ? signature : `${templateOf(path)} ${signature}`)
      const control = controls.find((one) => !one.isChosen && !pressed.has(keyOf(one)) && !leftOut.some(([pattern]) => pattern.test(one.name)))
      if (!control) return
      pressed.add(keyOf(control))
      if (control.isDisabled) {
        await expectReason(control, path)
        continue
      }
      // The page behind a link is opened anyway, so one of each template is enough.
      if (!everyItem && control.href !== undefined && templates.has(templateOf(control.href)) && followed.has(templateOf(control.href))) continue
      if (control.href !== undefined) followed.add(templateOf(control.href))
      await press(control, path)
      enqueue(here())
      const opensMenu = (await page.locator('[role="menu"]:visible').count()) > 0
      if (opensMenu && everyItem) await pressItems(control, path)
      await restore(path)
      const after = (await readControls(page)).find(({ signature }) => signature === control.signature)
      if (after && after.toggle !== control.toggle) await page.locator(after.selector).click({ timeout: effectWithinMs }).catch(() => undefined)
    }
  }

  enqueue(here())
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    try {
      await visitTemplate(path)
    } catch (failure) {
      problems.push(`${path}: ${failure instanceof Error ? failure.message.split('\n').slice(0, 3).join(' ') : String(failure)}`)
      await page.goto(path)
    }
  }
  return { templates, seen, problems }
}
