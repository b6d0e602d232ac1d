import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { ProblemWords } from '@azalea/client'

/** The commands that may be given without a network. */
export type OutboxKind = 'rating' | 'check-in' | 'check-out'

export interface OutboxEntry {
  /** The idempotency key: however often the command is sent, it happens once. */
  key: string
  /** Whose command it is; it is never sent under another person's session. */
  personId: string
  kind: OutboxKind
  path: string
  /** What is sent, with `occurredAt`. */
  body: Readonly<Record<string, unknown>>
  /** What the list of waiting things shows, such as the name of the plot. */
  label: string
  occurredAt: string
  /** Order of giving; the answer to one command may depend on the one before. */
  sequence: number
  state: 'waiting' | 'done' | 'refused'
  /** The server's answer once `done`. */
  result?: unknown
  /** Why it was `refused`. */
  problem?: {
    status: number
    code: string
    title: string
    detail: string
    /** Absent in what an earlier version kept. */
    words?: ProblemWords | null
  }
  settledAt?: string
}

/** A photo that waits on the device for a network. */
export interface KeptPhoto {
  /** `local:` and the idempotency key under which it is uploaded once. */
  id: string
  photo: Blob
  keptAt: string
}

interface OutboxSchema extends DBSchema {
  commands: { key: string; value: OutboxEntry }
  photos: { key: string; value: KeptPhoto }
}

let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined

function database(): Promise<IDBPDatabase<OutboxSchema>> {
  opened ??= openDB<OutboxSchema>('azalea-outbox', 2, {
    upgrade(upgraded, before) {
      if (before < 1) upgraded.createObjectStore('commands', { keyPath: 'key' })
      upgraded.createObjectStore('photos', { keyPath: 'id' })
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

export async function listEntries(): Promise<OutboxEntry[]> {
  const entries = await (await database()).getAll('commands')
  return entries.sort((a, b) => a.sequence - b.sequence)
}

export async function putEntry(entry: OutboxEntry): Promise<void> {
  await (await database()).put('commands', entry)
}

export async function removeEntry(key: string): Promise<void> {
  await (await database()).delete('commands', key)
}

export async function listPhotos(): Promise<KeptPhoto[]> {
  return (await database()).getAll('photos')
}

export async function findPhoto(id: string): Promise<KeptPhoto | undefined> {
  return (await database()).get('photos', id)
}

export async function putPhoto(photo: KeptPhoto): Promise<void> {
  await (await database()).put('photos', photo)
}

export async function removePhoto(id: string): Promise<void> {
  await (await database()).delete('photos', id)
}
