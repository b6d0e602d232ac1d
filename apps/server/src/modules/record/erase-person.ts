import { forgetCommandsOf } from './command.store.ts'
import { destroyPersonKey } from './record.store.ts'
import type { Tx } from './transaction.ts'

/**
 * Destroys a person's key: every sealed part of theirs becomes unreadable for good, while leaves
 * and commitments stay as they are. Part of the community's action that erases a person.
 */
export async function erasePersonKey(tx: Tx, personId: string): Promise<void> {
  await destroyPersonKey(tx.db, { villageId: tx.villageId, personId, at: tx.now })
  await forgetCommandsOf(tx.db, tx.villageId, personId)
}
