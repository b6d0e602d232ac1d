import { useSyncExternalStore } from 'react'

/*
 * Where the reader is lives wholly behind the `#`, query included, so that the static build works
 * below any path and inside other shells. (wouter's own hash hook puts the query before the `#`.)
 */

const listeners = new Set<() => void>()
let shownPath: string | undefined
let arrivalPending = false

/** How far each entry of the history was scrolled when it was left, by its id. */
const scrolls = new Map<string, number>()
const SCROLL_TRIES = 60

interface Entry {
  id: string
  /** The path that this entry was reached from; null for the first one. */
  from: string | null
}

/** Splits `#/plates/K7?from=scan` into a decoded path and the raw query without `?`. */
export function parseHash(hash: string): { path: string; search: string } {
  const text = hash.replace(/^#?\/?/, '/')
  const queryAt = text.indexOf('?')
  const path = queryAt === -1 ? text : text.slice(0, queryAt)
  return { path: decoded(path), search: queryAt === -1 ? '' : text.slice(queryAt + 1) }
}

/** Goes to `/path?query`; with `replace` the present entry of the history is overwritten. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  const hash = `#/${to.replace(/^#?\/?/, '')}`
  if (options.replace === true) history.replaceState(presentEntry(), '', hash)
  else {
    scrolls.set(presentEntry().id, window.scrollY)
    history.pushState({ id: newId(), from: readPath() } satisfies Entry, '', hash)
  }
  // A new page starts at its top; one that is returned to, where it was left.
  if (readPath() !== shownPath) window.scrollTo(0, 0)
  notify()
}

/** Goes back where this page was reached from `path`, so that one is where one was; else false. */
export function returnTo(path: string): boolean {
  if (presentEntry().from !== parseHash(path).path) return false
  history.back()
  return true
}

/** True once after each change of page: whoever takes it moves the focus to the new heading. */
export function takeArrival(): boolean {
  const pending = arrivalPending
  arrivalPending = false
  return pending
}

function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, readPath, () => '/'), navigate]
}

function useHashSearch(): string {
  return useSyncExternalStore(subscribe, readSearch, () => '')
}

/** The location hook for wouter's `Router`. */
export const useHashLocation = Object.assign(useHashPath, {
  hrefs: (href: string) => `#${href}`,
  searchHook: useHashSearch,
})

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    shownPath ??= readPath()
    addEventListener('hashchange', notify)
    addEventListener('popstate', returned)
    addEventListener('scroll', noteScroll, { passive: true })
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('hashchange', notify)
    removeEventListener('popstate', returned)
    removeEventListener('scroll', noteScroll)
  }
}

function notify(): void {
  const path = readPath()
  if (path !== shownPath) arrivalPending = true
  shownPath = path
  for (const listener of listeners) listener()
}

function returned(): void {
  const wanted = scrolls.get(presentEntry().id)
  notify()
  if (wanted !== undefined) scrollOnceShown(wanted, SCROLL_TRIES)
}

/** What is returned to may be drawn later, and be too short to scroll until then. */
function scrollOnceShown(wanted: number, tries: number): void {
  requestAnimationFrame(() => {
    window.scrollTo(0, wanted)
    if (Math.abs(window.scrollY - wanted) > 1 && tries > 0) scrollOnceShown(wanted, tries - 1)
  })
}

function noteScroll(): void {
  scrolls.set(presentEntry().id, window.scrollY)
}

/** The entry of the history that is shown; the first one is given its id here. */
function presentEntry(): Entry {
  const kept = history.state as Partial<Entry> | null
  if (typeof kept?.id === 'string') return { id: kept.id, from: kept.from ?? null }
  const entry = { id: newId(), from: null }
  history.replaceState(entry, '')
  return entry
}

function newId(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
}

function readPath(): string {
  return parseHash(location.hash).path
}

function readSearch(): string {
  return parseHash(location.hash).search
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
