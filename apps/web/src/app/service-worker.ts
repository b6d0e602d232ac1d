import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let waitingWorker: ServiceWorker | null = null

/**
 * Registers the service worker of the production build. A new version waits until the reader asks
 * for it (or has closed all pages), so that no page loses the chunks it was built with.
 */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    register().catch(() => {
      // Without a service worker everything works but the offline reading.
    })
  })
}

/** Whether a new version waits to be used. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(subscribe, () => waitingWorker !== null)
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
  await navigator.serviceWorker.ready
  // The pages one has not opened yet are fetched when the phone has nothing better to do.
  setTimeout(() => registration.active?.postMessage('keep-the-rest'), 5_000)
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
