import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placeCodeKey, readPlaceCode, type Place } from '../../app/place-code.ts'

/** Those present are counted anew this often; a new code is asked for as soon as it changes. */
const refreshMilliseconds = 10_000
const patienceMilliseconds = 8_000
const tickMilliseconds = 250

/**
 * The code that a place shows now. Runs unattended: asks again by itself for good, also in a hidden
 * window and after any failure. `secondsLeft` counts down by the device's steady clock.
 */
export function usePlaceCode(place: Place) {
  const answer = useQuery({
    queryKey: [...placeCodeKey(place), 'clock'],
    queryFn: async ({ signal }) => {
      const code = await readPlaceCode(place, withPatience(signal))
      return { place: code, expiresAt: performance.now() + code.secondsLeft * 1000 }
    },
    refetchInterval: ({ state }) => {
      if (state.data === undefined || state.status === 'error') return patienceMilliseconds / 2
      const left = state.data.expiresAt - performance.now()
      return Math.max(500, Math.min(refreshMilliseconds, left + 200))
    },
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const now = useSteadyClock()
  const expiresAt = answer.data?.expiresAt ?? 0
  return {
    place: answer.data?.place,
    error: answer.error,
    isPending: answer.isPending,
    refetch: answer.refetch,
    secondsLeft: Math.max(0, Math.ceil((expiresAt - now) / 1000)),
    isExpired: answer.data !== undefined && now > expiresAt + 2_000,
  }
}

/** A request without an answer must not stop the wall for minutes. */
function withPatience(signal: AbortSignal): AbortSignal {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMilliseconds)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    patience.abort()
  })
  return patience.signal
}

function useSteadyClock(): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now
}
