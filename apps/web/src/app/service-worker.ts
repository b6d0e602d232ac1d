import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

/** A page that stays open, as an installed one does, would otherwise not ask for a day. */
const askAgainMilliseconds = 60 * 60_000

/** The first screen stands, and nothing more is on its way for it. */
const quietMilliseconds = 2_000

const listeners = new Set<() => void>()
let waitingWorker: ServiceWorker | null = null
let registered = false

/**
 * Registers the service worker of the production build once the first screen is shown: on a slow
 * line what it keeps would come at that screen's expense. A new version waits until the reader asks
 * for it (or has closed all pages), so that no page loses the chunks it was built with.
 */
export function useServiceWorker(): void {
  const isFetching = useIsFetching() > 0
  useEffect(() => {
    if (isFetching || registered) return undefined
    const timer = setTimeout(startServiceWorker, quietMilliseconds)
    return () => clearTimeout(timer)
  }, [isFetching])
}

function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || registered) return
  registered = true
  register().catch(() => {
    // Without a service worker everything works but the offline reading.
  })
}

/** Whether a new version waits to be used. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(subscribe, () => waitingWorker !== null)
}

/**
 * Calls back once when the first worker takes this page over: what the page has read by then went
 * past it, and is kept for reading without a network only when it is read again.
 */
export function onFirstWorker(takenOver: () => void): () => void {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller !== null) {
    return () => undefined
  }
  const worker = navigator.serviceWorker
  worker.addEventListener('controllerchange', takenOver, { once: true })
  return () => worker.removeEventListener('controllerchange', takenOver)
}

/** Switches to the new version and reloads the page once it has taken over. */
export function switchToNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  })
  waitingWorker?.postMessage('use-new-version')
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('./sw.js')
  noteWaiting(registration)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => noteWaiting(registration))
  })
  askAgainWhenShown(registration)
  await navigator.serviceWorker.ready
  // The pages one has not opened yet are fetched when the phone has nothing better to do.
  setTimeout(() => registration.active?.postMessage('keep-the-rest'), 5_000)
}

function askAgainWhenShown(registration: ServiceWorkerRegistration): void {
  let askedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - askedAt < askAgainMilliseconds) return
    askedAt = Date.now()
    registration.update().catch(() => {
      // Without a network there is nothing newer to have.
    })
  })
}

function noteWaiting(registration: ServiceWorkerRegistration): void {
  // On the very first visit nothing is replaced, so there is nothing to announce.
  waitingWorker = navigator.serviceWorker.controller === null ? null : registration.waiting
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
