import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readRuleItem, type Scoring } from '../../scoring/index.ts'
import type { Activity, Shift } from './activity.store.ts'

/** The shifts of an activity whose points depend on the leader's score: for the others nobody is asked. */
export async function shiftsAskingScore(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { itemRef }: Pick<Activity, 'itemRef'>,
  shifts: readonly Pick<Shift, 'shiftId' | 'startsAt'>[],
): Promise<ReadonlySet<string>> {
  const asksOn = new Map<string, boolean>()
  for (const day of new Set(shifts.map(({ startsAt }) => civilDay(startsAt)))) {
    const { item } = await readRuleItem(db, scoring, villageId, itemRef, day)
    asksOn.set(
      day,
      item.stages.some(({ stage }) => stage === 'leader_score'),
    )
  }
  const asking = shifts.filter(({ startsAt }) => asksOn.get(civilDay(startsAt)))
  return new Set(asking.map(({ shiftId }) => shiftId))
}
