import type { StoragePort } from '@azalea/client'
import { openDB, type IDBPDatabase } from 'idb'

/** The shelves, and the part of a value that is its key. */
const shelves = { commands: 'key', photos: 'id' } as const

let opened: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('azalea-outbox', 2, {
    upgrade(upgraded) {
      for (const [shelf, keyPath] of Object.entries(shelves))
        if (!upgraded.objectStoreNames.contains(shelf))
          upgraded.createObjectStore(shelf, { keyPath })
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** The browser's storage: IndexedDB, shared by all tabs, which take turns by the browser's lock. */
export const storagePort: StoragePort = {
  list: async (shelf) => (await database()).getAll(shelf),
  find: async (shelf, key) => (await database()).get(shelf, key),
  put: async (shelf, _key, value) => {
    await (await database()).put(shelf, value)
  },
  remove: async (shelf, key) => {
    await (await database()).delete(shelf, key)
  },
  alone: (work) =>
    typeof navigator !== 'undefined' && 'locks' in navigator
      ? navigator.locks.request('azalea-outbox', work)
      : work(),
}
