import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { underLock } from '../../platform/database/under-lock.ts'
import type { NewId } from '../../platform/identity.ts'
import type { Tx } from './transaction.ts'

export interface RehearsalParts {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/**
 * What an action would come to: runs it as `act` does, in a transaction that is undone. Nothing is
 * recorded, nobody is told, and listeners hear nothing.
 * @throws whatever `action` throws
 */
export async function rehearse<Answer>(
  { database, clock, newId }: RehearsalParts,
  villageId: string,
  action: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const work = database.inVillage(villageId, async (db) => {
    const begun: Promise<unknown>[] = []
    const tx: Tx = {
      db,
      villageId,
      now: clock.now(),
      newId,
      append: () => {},
      write: (statement) => {
        statement.catch(() => {})
        begun.push(statement)
      },
      underLock: (lock, reads) => underLock(db, lock, reads),
      willSealFor: () => {},
      publish: () => Promise.resolve(),
      afterCommit: () => {},
    }
    const answer = await action(tx)
    await Promise.all(begun)
    throw new Rehearsed(answer)
  })
  return work.catch((error: unknown) => {
    if (error instanceof Rehearsed) return error.answer as Answer
    throw error
  })
}

/** Ends the transaction of a rehearsal, which undoes it. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed'
  constructor(readonly answer: unknown) {
    super('rehearsed')
  }
}
