import { reverseAwardPosting } from './post-awards.ts'
import { readRecordKind, type Tx } from '../../record/index.ts'
import { selectRepairs } from './deductions/deduction.store.ts'
import type { Scoring } from '../rules/index.ts'
import { reversedRecord } from './award-records.ts'
import { enterBeforeReversal } from './enter-award.ts'
import type { CorrectedBecause } from './judged-contribution.ts'
import type { AwardBrief } from './award-brief.store.ts'
import { lockAward, markReversed } from './award.store.ts'

export interface TakeBack {
  readonly by: string | null
  readonly reason: string | null
  /** The award of the same deed that counts instead. */
  readonly supersededBy: string | null
  /** Why an award with other facts takes its place, or none does. */
  readonly because?: CorrectedBecause
}

export interface TakenBack {
  /** How the log names the award: by itself, or by the record that counted it with others. */
  readonly namedBy: string
  readonly wasFinal: boolean
  /** What left honour: the award's points if it was final, with its repairs. */
  readonly postedHundredths: number
}

/**
 * Reverses an award that is not reversed: marks it, mirrors its transfer if it was posted, and
 * appends `award.reversed`. The caller holds the household's lock and has read the award under it.
 */
export async function takeBack(
  tx: Tx,
  scoring: Scoring,
  award: AwardBrief,
  why: TakeBack,
): Promise<TakenBack> {
  const { by, reason, supersededBy } = why
  await markReversed(tx.db, tx.villageId, award.awardId, { at: tx.now, by, reason, supersededBy })
  if (award.state === 'final' && award.pointsHundredths !== 0)
    await reverseAwardPosting(tx, award.awardId)
  const countedIn = await recordCounting(tx, award)
  if (award.recordId === null) await enterBeforeReversal(tx, scoring, award.awardId)
  tx.append(await reversedRecord(tx, scoring, award, { ...why, countedIn }))
  const repairs = award.pointsHundredths < 0 ? await takeRepairsBack(tx, scoring, award, why) : 0
  const wasFinal = award.state === 'final'
  return {
    namedBy: countedIn ?? award.awardId,
    wasFinal,
    postedHundredths: (wasFinal ? award.pointsHundredths : 0) + repairs,
  }
}

/** A deduction that never was leaves nothing to give back for. Answers what they had given back. */
async function takeRepairsBack(
  tx: Tx,
  scoring: Scoring,
  { awardId }: AwardBrief,
  { by, reason }: TakeBack,
): Promise<number> {
  let posted = 0
  for (const { repairAwardId } of await selectRepairs(tx.db, tx.villageId, awardId)) {
    const repair = await lockAward(tx.db, tx.villageId, repairAwardId)
    if (repair === null) continue
    const taken = await takeBack(tx, scoring, repair, { by, reason, supersededBy: null })
    posted += taken.postedHundredths
  }
  return posted
}

/** The record in which an award was counted with others; null when it stands in the log by itself. */
async function recordCounting(tx: Tx, { recordId }: AwardBrief): Promise<string | null> {
  if (recordId === null) return null
  const kind = await readRecordKind(tx.db, tx.villageId, recordId)
  return kind === 'award.counted' ? recordId : null
}
