import { useEffect, useLayoutEffect, type RefObject } from 'react'

/** Where on the screen a row stood when it was opened, by list: it is found there again. */
const places = new Map<string, { key: string; top: number }>()

/** Keeps a list where it was while its rows are opened beside it, and when one returns to it. */
export function usePlace(
  list: string,
  body: RefObject<HTMLTableSectionElement | null>,
  shownKey: string | undefined,
): { keep: (key: string) => void } {
  useLayoutEffect(() => {
    const place = places.get(list)
    const row = rowOf(body.current, shownKey ?? place?.key)
    if (row === null) return
    if (place !== undefined && place.key === row.dataset['key']) scrollTo(row, place.top)
    else if (shownKey !== undefined) row.scrollIntoView({ block: 'nearest' })
    // Only where the list appears: later one scrolls as one likes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return {
    keep: (key) => {
      const top = rowOf(body.current, key)?.getBoundingClientRect().top
      if (top !== undefined) places.set(list, { key, top })
    },
  }
}

/** Escape leads from what is open beside the list to its row. */
export function useReturnToRow(
  body: RefObject<HTMLTableSectionElement | null>,
  shownKey: string | undefined,
): void {
  useEffect(() => {
    if (shownKey === undefined) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTaken(event.target)) return
      rowOf(body.current, shownKey)?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [body, shownKey])
}

/** A dialog closes, and a field keeps what is being written. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  return target instanceof Element && target.matches('input, select, textarea')
}

function rowOf(body: HTMLTableSectionElement | null, key: string | undefined): HTMLElement | null {
  if (body === null || key === undefined) return null
  const rows = [...body.children].filter((row) => row instanceof HTMLElement)
  return rows.find((row) => row.dataset['key'] === key) ?? null
}

/** Scrolls whatever the row scrolls in until it stands at a height of the screen. */
function scrollTo(row: HTMLElement, top: number): void {
  const by = () => row.getBoundingClientRect().top - top
  const pane = row.closest('.desk__list')
  if (pane !== null) pane.scrollTop += by()
  window.scrollBy(0, by())
}
