import { readVillage, selectVillageIds } from './modules/community/index.ts'
import type { Database } from './platform/database/database.ts'

/**
 * Why this data cannot be served: the demonstration's sign-ins are everyone's, so it never stands
 * beside a real village, nor is taken for one. Null: it can.
 */
export async function whyNotServed(
  database: Pick<Database, 'outsideVillages'>,
  asDemonstration: boolean,
): Promise<string | null> {
  const villages = await database.outsideVillages(async (db) => {
    const ids = await selectVillageIds(db)
    return Promise.all(ids.map((villageId) => readVillage(db, villageId)))
  })
  const isOther = villages.some((one) => one !== null && one.isDemonstration !== asDemonstration)
  if (!isOther) return null
  return asDemonstration
    ? 'The data holds a real village. Set AZALEA_DEMO=off, or AZALEA_DATA to a folder of the demonstration’s own.'
    : 'The data holds the demonstration village. Set AZALEA_DATA to a folder of your village’s own.'
}
