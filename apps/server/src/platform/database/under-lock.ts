import type { CompiledQuery } from 'kysely'
import { throughHandle, type Db } from './database.ts'

/**
 * Takes a lock and reads what it guards, sent together. `lock` is one statement, on the handle it is
 * given; `reads` begins once that statement is on its way, so that whatever it sends is run when the
 * lock is held (`open-transaction.test.ts`: statements run in the order in which they are sent).
 * @throws Error when `lock` sends no statement, or more than one
 */
export async function underLock<Held, Read>(
  db: Db,
  lock: (db: Db) => Promise<Held>,
  reads: () => Promise<Read>,
): Promise<[held: Held, read: Read]> {
  let isSent = false
  let tellSent = () => {}
  const sent = new Promise<void>((resolve) => {
    tellSent = resolve
  })
  const lockDb = throughHandle(db, (executeQuery) => <R>(statement: CompiledQuery) => {
    if (isSent) throw new Error('a lock is one statement')
    isSent = true
    const answer = executeQuery<R>(statement)
    tellSent()
    return answer
  })
  const held = lock(lockDb)
  // Told below, with what the reads come to.
  held.catch(() => {})
  await Promise.race([sent, held])
  if (!isSent) throw new Error('nothing was locked')
  return Promise.all([held, reads()])
}
