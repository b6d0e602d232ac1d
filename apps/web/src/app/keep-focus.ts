/**
 * A control that leaves the page while it has the focus, as a sent form does, gives it to the
 * heading of what it stood in: a reader goes on from there and not from the top of the document.
 */
export function startKeepingFocus(): void {
  /** The element that has the focus, and all it stands in. */
  let path: readonly Element[] = []
  document.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : []
  })
  document.addEventListener('focusout', ({ target }) => {
    // Later than the change that removes it: what is still there was left by the reader.
    setTimeout(() => {
      if (path[0] === target && isShown(path[0]) && !hasFocus()) path = []
    })
  })
  new MutationObserver(() => {
    if (hasFocus() || path.length === 0 || isShown(path[0])) return
    const heading = headingAround(path.find((element) => element.isConnected))
    if (heading === null) return
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['open', 'hidden'],
  })
}

function withAncestors(element: Element): readonly Element[] {
  const path: Element[] = []
  for (let next: Element | null = element; next !== null; next = next.parentElement) path.push(next)
  return path
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

function isShown(element: Element | undefined): boolean {
  return element !== undefined && element.isConnected && element.getClientRects().length > 0
}

function headingAround(element: Element | undefined): HTMLElement | null {
  for (let around = element ?? null; around !== null; around = around.parentElement)
    for (const heading of around.querySelectorAll<HTMLElement>('h1, h2'))
      if (isShown(heading)) return heading
  return null
}
