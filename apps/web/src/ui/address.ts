import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { navigate, parseHash } from './hash-location.ts'

/** How long one may pause in typing before the address follows. */
const TYPING_MILLISECONDS = 300

export type Changes = Readonly<Record<string, string | null>>

/** A query with some of its parts set, or taken out where they are null or empty. */
export function changedQuery(search: string, changes: Changes): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  return params.toString()
}

/** A path with a query, if there is one. */
export function withQuery(path: string, search: string): string {
  return search === '' ? path : `${path}?${search}`
}

/**
 * What a list is narrowed to and ordered by stands in the address: a reload, "back" and a passed-on
 * link keep it.
 */
export function useAddress(): {
  get: (name: string) => string | null
  set: (changes: Changes) => void
} {
  const params = new URLSearchParams(useSearch())
  return { get: (name) => params.get(name), set: changeAddress }
}

/** The path of a row beside its list: it carries what the list is narrowed to. */
export function useBeside(): (path: string) => string {
  const search = useSearch()
  return (path) => withQuery(path, search)
}

/** A text of the address that is typed: shown at once, in the address once typing pauses. */
export function useAddressText(name: string): [text: string, setText: (text: string) => void] {
  const kept = useAddress().get(name) ?? ''
  const [path] = useLocation()
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => {
      changeAddress({ [name]: typed.trim() })
      setTyped(null)
    }, TYPING_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, name, path])
  return [typed ?? kept, setTyped]
}

function changeAddress(changes: Changes): void {
  const { path, search } = parseHash(location.hash)
  navigate(withQuery(path, changedQuery(search, changes)), { replace: true })
}
