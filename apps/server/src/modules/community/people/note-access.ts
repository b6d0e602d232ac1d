import type { Tx } from '../../record/index.ts'
import { insertDataAccess } from './data-access.store.ts'

/**
 * Notes that someone has looked at these persons' data, for them to see. One's own look is not noted.
 * @param what which data, e.g. 'roster', 'award'; the reader's application has the words for it
 */
export async function noteAccess(
  at: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  viewerId: string,
  personIds: readonly string[],
  what: string,
): Promise<void> {
  await insertDataAccess(
    at.db,
    [...new Set(personIds)]
      .filter((personId) => personId !== viewerId)
      .map((personId) => ({
        villageId: at.villageId,
        accessId: at.newId(),
        personId,
        viewerId,
        what,
        viewedAt: at.now,
      })),
  )
}
