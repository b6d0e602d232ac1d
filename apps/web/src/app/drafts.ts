import { useCallback, useRef, useState } from 'react'

const prefix = 'azalea.draft.'

/**
 * Like `useState`, but what was entered survives a reload and a closed phone. `key` names the form
 * and what it is about, such as `rating.K7Q2`. `clear` is for after the form was sent.
 */
export function useDraft<T>(
  key: string,
  initial: T,
): [draft: T, setDraft: (change: T | ((before: T) => T)) => void, clear: () => void] {
  const [kept, setKept] = useState(() => ({ key, value: readDraft(key, initial) }))
  // The same form may be shown for another subject without being taken off the screen.
  const value = kept.key === key ? kept.value : readDraft(key, initial)

  // `initial` is usually written in place; only the first one of a form counts.
  const first = useRef(initial)

  const setDraft = useCallback(
    (change: T | ((before: T) => T)) => {
      setKept((before) => {
        const base = before.key === key ? before.value : readDraft(key, first.current)
        const next = typeof change === 'function' ? (change as (before: T) => T)(base) : change
        keep(key, next)
        return { key, value: next }
      })
    },
    [key],
  )

  const clear = useCallback(() => {
    forget(key)
    setKept({ key, value: first.current })
  }, [key])

  return [value, setDraft, clear]
}

/** For signing out on a shared phone: nobody reads another person's half-written words. */
export function clearDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key)
    }
  } catch {
    // No storage, no drafts.
  }
}

function readDraft<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(prefix + key)
    return text === null ? initial : (JSON.parse(text) as T)
  } catch {
    return initial
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // A full or refused storage costs the draft, never the form.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing was kept.
  }
}
