import { civilDay } from '../../../platform/calendar.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readRuleItem, type Scoring } from '../../scoring/index.ts'
import type { Activity, Shift } from './activity.store.ts'

/** Whether the leader's score changes what a shift of this activity earns: else nobody is asked for one. */
export async function countsLeaderScore(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { itemRef }: Pick<Activity, 'itemRef'>,
  { startsAt }: Pick<Shift, 'startsAt'>,
): Promise<boolean> {
  const { item } = await readRuleItem(db, scoring, villageId, itemRef, civilDay(startsAt))
  return item.stages.some(({ stage }) => stage === 'leader_score')
}
