import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

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
  problem?: { status: number; code: string; title: string; detail: string }
  settledAt?: string
}

interface OutboxSchema extends DBSchema {
  commands: { key: string; value: OutboxEntry }
}

let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined

function database(): Promise<IDBPDatabase<OutboxSchema>> {
  opened ??= openDB<OutboxSchema>('azalea-outbox', 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('commands', { keyPath: 'key' })
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
