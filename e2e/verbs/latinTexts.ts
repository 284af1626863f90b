import type { Page } from '@playwright/test'

/**
 * Visible texts with four Latin letters in a row that are not among the words, with where they stand.
 * Names, ids and original texts are marked (`bdi`, `code`, `data-original`) and left out, and so is what says that it is in
 * another language. Options of a choice cannot hold marks, so the choice carries `data-original` itself.
 */
export const findLatinTexts = (page: Page, words: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((allowed) => {
    const marked = 'bdi,code,kbd,[data-original],[lang]:not(html):not([lang|="zh"]),script,style,noscript'
    const isForeign = (text: string): boolean => (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !allowed.includes(word))
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: parent, textContent: text } = walker.currentNode
      if (!parent || text === null || parent.closest(marked) || !isForeign(text)) continue
      if (parent.checkVisibility({ visibilityProperty: true })) found.push(`${text.trim().slice(0, 80)} <${parent.tagName.toLowerCase()} class="${parent.className}">`)
    }
    for (const element of document.querySelectorAll('[placeholder]')) {
      const text = element.getAttribute('placeholder') ?? ''
      if (!element.closest(marked) && isForeign(text)) found.push(`placeholder: ${text}`)
    }
    return found
  }, words)
