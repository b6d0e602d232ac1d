import type { RuleGood } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readSheetInForce, type Scoring } from '../../scoring/index.ts'
import { refuse } from './refusals.ts'

/** What the sheet in force sells for points; nothing while there is none. */
export async function readGoods(
  db: Db,
  scoring: Scoring,
  villageId: string,
  now: Date,
): Promise<readonly RuleGood[]> {
  const adopted = await readSheetInForce(db, scoring, villageId, civilDay(now))
  return adopted?.sheet.goods ?? []
}

/** @throws Refusal 'unknown_good' */
export async function requireGood(
  db: Db,
  scoring: Scoring,
  villageId: string,
  goodRef: string,
  now: Date,
): Promise<RuleGood> {
  const goods = await readGoods(db, scoring, villageId, now)
  const good = goods.find(({ ref }) => ref === goodRef)
  if (good === undefined) throw refuse('unknown_good')
  return good
}
