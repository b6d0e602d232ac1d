import type { Db } from '../../../../platform/database/database.ts'
import { readDwellings, readSubjects, type Subject } from '../../../community/index.ts'
import { readJudgements, readJudges } from './judgement.store.ts'
import { RatingTableBuilder, type Place } from './rating-table.ts'

/** Subjects whose places are asked for at once. */
const SUBJECTS_AT_A_TIME = 1000

/** All of a village's judgements as a table, read some at a time. */
export async function gatherTable(
  db: Db,
  villageId: string,
  ending?: AbortSignal,
): Promise<RatingTableBuilder> {
  const builder = new RatingTableBuilder()
  for await (const personIds of readJudges(db, villageId)) {
    ending?.throwIfAborted()
    const dwellings = await readDwellings(db, villageId, personIds)
    for (const id of personIds) builder.addRater(id, dwellings.get(id))
  }
  for await (const judgements of readJudgements(db, villageId)) {
    ending?.throwIfAborted()
    for (const one of judgements) builder.addJudgement(one)
  }
  for (let from = 0; from < builder.subjectIds.length; from += SUBJECTS_AT_A_TIME) {
    const ids = builder.subjectIds.slice(from, from + SUBJECTS_AT_A_TIME)
    const subjects = await readSubjects(db, villageId, ids)
    for (const id of ids) builder.addPlaceOfSubject(placeOf(subjects.get(id)))
  }
  return builder
}

export function placeOf(subject: Subject | undefined): Place {
  return {
    householdId: subject?.keeperHouseholdId ?? null,
    groupNo: subject?.groupNo ?? null,
  }
}
