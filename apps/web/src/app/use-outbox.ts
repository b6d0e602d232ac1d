import { OUTBOX_RETRY_MILLISECONDS, type OutboxEntry } from '@azalea/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { forgetOldAnswers } from './forget-old-answers.ts'
import { useSession } from './session.tsx'

/** Loaded only once somebody is signed in, to keep it out of the first screen's script. */
const loadOutbox = async () => (await import('./outbox.ts')).outbox

/** The commands of the signed-in person that this device keeps, oldest first. */
export function useOutbox(): readonly OutboxEntry[] {
  const personId = useSession().session?.person.personId
  const { data } = useQuery({
    queryKey: ['outbox', personId ?? null],
    queryFn: async () => (personId === undefined ? [] : (await loadOutbox()).list(personId)),
    enabled: personId !== undefined,
    staleTime: 0,
    retry: false,
  })
  return data ?? []
}

/**
 * Sends what waits: at start, when the network returns, when the page is looked at again, and once
 * a minute while something waits. When something was settled, what is shown is read again.
 */
export function useOutboxSender(): void {
  const personId = useSession().session?.person.personId
  const waiting = useOutbox().filter((entry) => entry.state === 'waiting').length
  const queryClient = useQueryClient()

  useEffect(() => {
    if (personId === undefined) return
    const send = () => {
      if (document.visibilityState === 'hidden') return
      loadOutbox()
        .then((outbox) => outbox.sendWaiting(personId))
        .catch(() => {
          // IndexedDB may be refused in private windows; the form itself then reports the failure.
        })
    }
    send()
    const timer = waiting > 0 ? setInterval(send, OUTBOX_RETRY_MILLISECONDS) : undefined
    addEventListener('online', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      clearInterval(timer)
      removeEventListener('online', send)
      document.removeEventListener('visibilitychange', send)
    }
  }, [personId, waiting])

  useEffect(() => {
    if (personId === undefined) return
    let unsubscribe: (() => void) | undefined
    let gone = false
    void loadOutbox().then((outbox) => {
      if (gone) return
      unsubscribe = outbox.subscribe((settled) => {
        void (settled
          ? forgetOldAnswers(queryClient)
          : queryClient.invalidateQueries({ queryKey: ['outbox'] }))
      })
    })
    return () => {
      gone = true
      unsubscribe?.()
    }
  }, [personId, queryClient])
}
