import type { Db } from '../../../platform/database/database.ts'
import { readMembersOf } from '../../community/index.ts'
import type { Judges } from './breach-policy.ts'

/** Who would judge a report or an appeal. */
export async function readJudges(db: Db, villageId: string): Promise<Judges> {
  return {
    committee: await readMembersOf(db, villageId, 'committee'),
    supervisors: await readMembersOf(db, villageId, 'supervisor'),
    town: await readMembersOf(db, villageId, 'town_officer'),
  }
}
