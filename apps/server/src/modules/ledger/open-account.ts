import type { Tx } from '../record/index.ts'
import { kindOf, type Account } from './account-kinds.ts'
import { insertParts } from './balance.store.ts'

/** Opens an account in parts (a fund's, a seller's), once, before anybody posts to it. */
export function openAccount(tx: Tx, account: Account): void {
  if (kindOf(account).kept !== 'parts') throw new Error('the first posting opens it')
  tx.write(insertParts(tx.db, tx.villageId, tx.now, account))
}
