import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

/** Who entered each of these persons on the roster, of those whom somebody alone did. */
export async function selectEnteredBy(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .withTables<CommunityTables>()
    .selectFrom('person')
    .select(['person_id', 'entered_by'])
    .where('village_id', '=', villageId)
    .where('person_id', 'in', [...personIds])
    .where('entered_by', 'is not', null)
    .execute()
  return new Map(rows.map(({ person_id, entered_by }) => [person_id, entered_by ?? '']))
}
