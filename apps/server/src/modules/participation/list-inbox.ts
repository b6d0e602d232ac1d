import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Scoring } from '../scoring/index.ts'
import { type ActivityTask, listActivityInbox } from './activities/index.ts'
import { type CheckTask, listCheckInbox } from './spot-checks/index.ts'

/** What waits for this person to decide about activities and spot checks. */
export async function listParticipationInbox(
  db: Db,
  scoring: Scoring,
  actor: Actor,
  now: Date,
): Promise<(ActivityTask | CheckTask)[]> {
  return [
    ...(await listActivityInbox(db, scoring, actor, now)),
    ...(await listCheckInbox(db, actor, now)),
  ]
}
