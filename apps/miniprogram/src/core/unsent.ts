import type { OutboxEntry } from '@azalea/client'
import type { Session } from './session.ts'

/** What was given without a network: the core's outbox, for whoever is signed in on this phone. */
export interface Unsent {
  list(): Promise<OutboxEntry[]>
  /** Sends what waits, in the order given; what cannot be sent now stays. */
  send(): Promise<void>
  drop(key: string): Promise<void>
  /** Tells a page or component whenever the list changes, until it is gone. */
  watch(watcher: object, changed: () => void): void
  unwatch(watcher: object): void
}

export function createUnsent(session: Session): Unsent {
  const { outbox } = session
  const watchers = new WeakMap<object, () => void>()
  const personId = () => session.current()?.person.personId
  return {
    list: async () => {
      const own = personId()
      return own === undefined ? [] : outbox.list(own)
    },
    send: async () => {
      const own = personId()
      if (own !== undefined) await outbox.sendWaiting(own)
    },
    drop: (key) => outbox.drop(key),
    watch: (watcher, changed) => void watchers.set(watcher, outbox.subscribe(changed)),
    unwatch: (watcher) => watchers.get(watcher)?.(),
  }
}
