import { useSyncExternalStore } from 'react'

/*
 * Where the reader is lives wholly behind the `#`, query included, so that the static build works
 * below any path and inside other shells. (wouter's own hash hook puts the query before the `#`.)
 */

const listeners = new Set<() => void>()
let shownPath: string | undefined
let arrivalPending = false

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
  if (options.replace === true) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
  // A new page starts at its top; going back is left to the browser, which knows where one was.
  if (readPath() !== shownPath) window.scrollTo(0, 0)
  notify()
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
    addEventListener('popstate', notify)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('hashchange', notify)
    removeEventListener('popstate', notify)
  }
}

function notify(): void {
  const path = readPath()
  if (path !== shownPath) arrivalPending = true
  shownPath = path
  for (const listener of listeners) listener()
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
