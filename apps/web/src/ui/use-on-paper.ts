import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed: what is shortened on a screen cannot be unfolded on paper. */
export function useOnPaper(): boolean {
  const [isOnPaper, setOnPaper] = useState(false)
  useLayoutEffect(() => {
    // Drawn before this returns: the sheets are counted right after.
    const before = () => flushSync(() => setOnPaper(true))
    const after = () => setOnPaper(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isOnPaper
}
