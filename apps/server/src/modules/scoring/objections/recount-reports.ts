import { findItem } from '@azalea/scoring'
import { readHouseholds, sendMessages } from '../../community/index.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { Tx } from '../../record/index.ts'
import {
  type DisputableAward,
  hasOpenObjection,
  lockHouseholds,
  selectStandingFor,
  takeBack,
} from '../awards/index.ts'
import type { Scoring } from '../rules/index.ts'
import { awardAnew, contributionAnew } from './correct-award.ts'

export interface ReportEnded {
  readonly reportId: string
  /** What may have counted it: of those who stood at the post. */
  readonly sources: { readonly kind: SourceKind; readonly ids: readonly string[] }
  /** How many reports of the shift stand upheld now. */
  readonly upheldReports: number
}

/**
 * Brings the awards of a shift in line with the end of a report of its post: each that was scored with
 * another number of upheld reports is reversed, and a new award names it and is calibrated anew.
 * Households that have left are no longer processed.
 * @returns how many still wait, because somebody objects to them
 */
export async function recountReports(
  tx: Tx,
  scoring: Scoring,
  { reportId, sources, upheldReports }: ReportEnded,
): Promise<number> {
  const { db, villageId } = tx
  const found = await selectStandingFor(db, villageId, sources)
  const householdIds = found.map(({ householdId }) => householdId)
  await lockHouseholds(db, villageId, householdIds)
  const households = await readHouseholds(db, villageId, householdIds)
  let waiting = 0
  for (const award of await selectStandingFor(db, villageId, sources)) {
    const counted = award.judgements?.upheldReports
    if (counted === undefined || counted === upheldReports) continue
    if (!households.get(award.householdId)?.joined) continue
    if (await hasOpenObjection(db, villageId, award.awardId)) waiting += 1
    else await judgeAnew(tx, scoring, award, { reportId, upheldReports })
  }
  return waiting
}

async function judgeAnew(
  tx: Tx,
  scoring: Scoring,
  award: DisputableAward,
  { reportId, upheldReports }: Pick<ReportEnded, 'reportId' | 'upheldReports'>,
): Promise<void> {
  const sheet = await scoring.sheets.byId(tx.db, tx.villageId, award.ruleSheetId)
  const item = findItem(sheet.sheet, award.itemRef)
  if (item === undefined) throw new Error(`sheet ${sheet.ruleSheetId} lost ${award.itemRef}`)
  const because = { reportId }
  const why = { by: null, reason: null, supersededBy: null, because }
  const { namedBy, wasFinal } = await takeBack(tx, scoring, award, why)
  const contribution = contributionAnew(tx, award, sheet, item)
  const { awardId, pointsHundredths, state } = await awardAnew(tx, scoring, {
    ...contribution,
    judgements: { ...award.judgements, upheldReports },
    corrects: { because, awardId: award.awardId, namedBy, wasFinal },
  })
  const { itemRef, pointsHundredths: fromHundredths } = award
  const params = { awardId, itemRef, fromHundredths, pointsHundredths, state }
  await sendMessages(tx, [{ personId: award.personId, kind: 'award.recounted', params }])
}
