import type { NewRecord } from '@azalea/records'
import type { Db } from '../../platform/database/database.ts'
import type { EventType } from '../../platform/events.ts'

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
