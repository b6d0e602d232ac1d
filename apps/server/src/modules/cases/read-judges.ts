import type { Role } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { readKin, readMembersOf } from '../community/index.ts'
import { caseReaders, type Judges } from './turns.ts'

/** Who holds the offices that judge, and the kin among them, these parties and who asks. */
export async function readJudges(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Judges> {
  const holders = new Map<Role, readonly string[]>()
  for (const role of caseReaders) {
    const members = await readMembersOf(db, villageId, role)
    holders.set(
      role,
      members.map(({ personId }) => personId),
    )
  }
  const involved = [...personIds, ...[...holders.values()].flat()]
  return { holders, ...(await readKin(db, villageId, involved)) }
}
