import type { Db } from '../../../platform/database/database.ts'
import { selectDeedsOf, type DeedRow } from './deed.store.ts'

/** Every deed recorded for a person, decided or not, newest first. */
export async function readDeedsOf(db: Db, villageId: string, personId: string): Promise<DeedRow[]> {
  return selectDeedsOf(db, villageId, personId)
}
