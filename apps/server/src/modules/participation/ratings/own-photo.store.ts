import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'

export async function requireOwnPhoto(tx: Tx, personId: string, fileId: string): Promise<void> {
  const row = await tx.db
    .withTables<{ file: { village_id: string; file_id: string; owner_id: string } }>()
    .selectFrom('file')
    .select('owner_id')
    .where('village_id', '=', tx.villageId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (row?.owner_id !== personId) throw refuse('photo_not_yours')
}
