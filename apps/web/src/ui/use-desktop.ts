import { useSyncExternalStore } from 'react'

/** From here on a list is a table, with what was chosen from it beside it; `desk.css` agrees. */
const wide = '(min-width: 64rem)'

/** Whether there is room for tables. */
export function useDesktop(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => false)
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(wide)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

function isWide(): boolean {
  return matchMedia(wide).matches
}
