import type { Page } from 'playwright-core'

/**
 * What a reader of the page cannot read as it stands: text that a narrow box cuts off, and Latin
 * words broken inside. Names of places and codes may be cut or broken; a map goes on beyond its
 * frame, and what it shows stands in a table.
 */
export async function unreadableText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const isHidden = (element: Element) =>
      element.closest(
        '.app-bar, .visually-hidden, code, pre, .verify-code, .plot-map, [hidden]',
      ) !== null ||
      !element.checkVisibility() ||
      element.getBoundingClientRect().width <= 1
    for (const element of document.querySelectorAll('main *')) {
      if (isHidden(element) || element.matches('input, select, textarea, svg, svg *')) continue
      const { overflowX } = getComputedStyle(element)
      const isTable = element.querySelector('table') !== null
      if (overflowX !== 'visible' && !isTable && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${(element.textContent ?? '').slice(0, 60)}`)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.parentElement === null || isHidden(text.parentElement)) continue
      for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[A-Za-z]{2,20}/g)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (lines.size > 1) found.push(`broken: ${word}`)
      }
    }
    return found
  })
}

/** What lies under the bar of places when the keyboard comes to it. */
export async function hiddenByBar(page: Page, steps: number): Promise<string[]> {
  const found: string[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab')
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement
      const bar = document.querySelector('.places')
      if (focused === null || bar === null || bar.contains(focused)) return null
      const box = (focused.closest('label') ?? focused).getBoundingClientRect()
      const top = bar.getBoundingClientRect().top
      return box.bottom > top && box.height < top ? focused.outerHTML.slice(0, 80) : null
    })
    if (hidden !== null) found.push(hidden)
  }
  return found
}
