import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

const tickMilliseconds = 30_000

/** Now, as the server sees it, renewed twice a minute: check-in opens while one looks at the page. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), tickMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now
}
