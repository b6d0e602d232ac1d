import type { Db } from '../../platform/database/database.ts'
import type { EventType } from '../../platform/events.ts'

/** JSON that may stand in a record: what canonical JSON can say. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** How every kind of record is spelt: 'award.scored', 'person.sign-in-changed'. */
const kindShape = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/

/** @throws a fault: readers of the log know no other spelling */
export function requireKind(record: NewRecord): NewRecord {
  if (!kindShape.test(record.kind)) throw new Error(`${record.kind} is spelt as no kind is`)
  return record
}

/** A fact to append when the command commits. */
export interface NewRecord {
  readonly kind: string
  /** Made by `tx.newId()` for who keeps a reference to the record; else the command path makes one. */
  readonly recordId?: string
  /** Public by rule: goes into the leaf in clear, so no name, word, photo, place or real identifier. */
  readonly public: { readonly [key: string]: Json }
  /** What stays behind a commitment, each part under the key of the person it concerns. */
  readonly parts: readonly { readonly personId: string; readonly payload: Json }[]
}

/** What an action and everything below it may use while its transaction is open. */
export interface Tx {
  readonly db: Db
  readonly villageId: string
  /** The command's time: one instant for all its rows. */
  readonly now: Date
  newId(): string
  append(record: NewRecord): void
  /**
   * Takes a single statement that has begun and whose answer nobody needs: it travels with what
   * follows, and its failure fails the command with its own error.
   */
  write(statement: Promise<unknown>): void
  /**
   * Takes a lock, one statement on the handle it is given, and reads what it guards behind it, sent
   * together: the only way in which a lock and what it guards may travel side by side.
   */
  underLock<Held, Read>(
    lock: (db: Db) => Promise<Held>,
    reads: () => Promise<Read>,
  ): Promise<[held: Held, read: Read]>
  /** Begins to read the key for what a record will tell of somebody other than the actor. */
  willSealFor(personId: string): void
  publish<Payload>(event: EventType<Payload>, payload: Payload): Promise<void>
  /** Runs once the commit is durable; must not throw and may be lost in a crash. */
  afterCommit(task: () => void): void
}
