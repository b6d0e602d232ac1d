import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readPeopleNames } from '../../community/index.ts'
import type { Scoring } from '../rules/index.ts'
import { selectAwardsOf } from './award-view.store.ts'
import { presentAward } from './present-award.ts'
import type { AwardView } from './schema.ts'

/** Every award of a person with its stages, rule, evidence and fate, newest deed first. */
export async function readAwardsOf(
  db: Db,
  scoring: Scoring,
  villageId: string,
  personId: string,
  language: Language,
): Promise<AwardView[]> {
  const awards = await selectAwardsOf(db, villageId, personId)
  const people = new Set([personId, ...awards.map(({ recordedBy }) => recordedBy)])
  const names = await readPeopleNames(db, villageId, [...people])
  const views: AwardView[] = []
  for (const award of awards) {
    const sheet = await scoring.sheets.byId(db, villageId, award.ruleSheetId)
    views.push(presentAward(award, sheet, names, language))
  }
  return views
}
