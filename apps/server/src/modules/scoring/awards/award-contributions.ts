import { calibrate, countedUsage, type CalibrationInput, type PriorUsage } from '@azalea/scoring'
import { sourceOf } from '../ground/sources.ts'
import { sendMessages } from '../../community/index.ts'
import { postAwards } from './post-awards.ts'
import type { Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { sameInForceOf } from './deductions/same-in-force.ts'
import { wholeRecord } from './award-records.ts'
import { insertAwards, type NewAward } from './award.store.ts'
import {
  beatenRivals,
  calibrationInput,
  rivalQuestions,
  usageQuestions,
  type JudgedContribution,
} from './judged-contribution.ts'
import { selectRivals, type Rival } from './rival.store.ts'
import { takeBack } from './take-back.ts'
import { lockHouseholds, selectPriorUsage } from './usage.store.ts'

/**
 * Calibrates deeds into awards, in the order of the answer. Households are locked first; then each
 * round takes one deed a household, so that a deed sees the awards of those before it, and costs a
 * fixed number of statements whatever the number of households.
 */
export async function awardContributions(
  tx: Tx,
  scoring: Scoring,
  contributions: readonly JudgedContribution[],
): Promise<NewAward[]> {
  const householdIds = contributions.map(({ householdId }) => householdId)
  const [, awards] = await tx.underLock(
    (lock) => lockHouseholds(lock, tx.villageId, householdIds),
    () => scoreRounds(tx, scoring, roundsOf(contributions)),
  )
  return contributions.map((contribution) => {
    const award = awards.get(contribution)
    if (award === undefined)
      throw new Error(`contribution ${contribution.contributionId} was not scored`)
    return award
  })
}

/** The first deed of every household, then the second of every household, and so on. */
function roundsOf(contributions: readonly JudgedContribution[]): JudgedContribution[][] {
  const seen = new Map<string, number>()
  const rounds: JudgedContribution[][] = []
  for (const contribution of contributions) {
    const no = seen.get(contribution.householdId) ?? 0
    seen.set(contribution.householdId, no + 1)
    const round = rounds[no]
    if (round === undefined) rounds.push([contribution])
    else round.push(contribution)
  }
  return rounds
}

async function scoreRounds(
  tx: Tx,
  scoring: Scoring,
  rounds: readonly (readonly JudgedContribution[])[],
): Promise<Map<JudgedContribution, NewAward>> {
  const awards = new Map<JudgedContribution, NewAward>()
  for (const round of rounds)
    for (const award of await scoreRound(tx, scoring, round)) awards.set(award.contribution, award)
  return awards
}

async function scoreRound(
  tx: Tx,
  scoring: Scoring,
  contributions: readonly JudgedContribution[],
): Promise<NewAward[]> {
  const [prior, rivals] = await Promise.all([
    priorOf(tx, contributions),
    selectRivals(tx.db, tx.villageId, contributions.flatMap(rivalQuestions)),
  ])
  const awards: NewAward[] = []
  for (const [contributionNo, contribution] of contributions.entries())
    awards.push(
      await scoreOne(
        tx,
        scoring,
        contribution,
        prior.get(contributionNo) ?? [],
        rivals.get(contributionNo) ?? [],
      ),
    )
  const postings = awards
    .filter(({ state, calibration }) => state === 'final' && calibration.pointsHundredths !== 0)
    .map(({ awardId, contribution, calibration }) => ({
      awardId,
      householdId: contribution.householdId,
      personId: contribution.personId,
      pointsHundredths: calibration.pointsHundredths,
    }))
  tx.write(insertAwards(tx.db, tx.villageId, tx.now, awards))
  await postAwards(tx, postings)
  return awards
}

async function scoreOne(
  tx: Tx,
  scoring: Scoring,
  contribution: JudgedContribution,
  prior: readonly PriorUsage[],
  rivals: readonly Rival[],
): Promise<NewAward> {
  const awardId = tx.newId()
  const same = await sameInForceOf(tx, contribution)
  let input = { ...calibrationInput(contribution, prior, rivals), ...same }
  const beaten = beatenRivals(contribution, input, rivals)
  if (beaten.length > 0) {
    for (const rival of beaten)
      await takeBack(tx, scoring, rival, { by: null, reason: null, supersededBy: awardId })
    // What the beaten awards had used up is free again.
    const freed = await priorOf(tx, [contribution])
    input = { ...calibrationInput(contribution, freed.get(0) ?? [], rivals), ...same }
  }
  const calibration = calibrate(contribution.sheet.sheet, input)
  const award: NewAward = {
    awardId,
    // What takes the place of another award is named in the log at once.
    recordId: isCountedLater(contribution) && beaten.length === 0 ? null : tx.newId(),
    contribution,
    calibration,
    state: isFinalAtOnce(contribution, beaten) ? 'final' : 'scored',
    ...countedUsage(contribution.item, contribution.quantity, calibration),
  }
  await notifyBeaten(tx, award, beaten)
  if (award.recordId !== null) await appendScored(tx, scoring, award, award.recordId, input)
  return award
}

/**
 * Without a notice period; and what takes the place of a final award, so that nobody loses points
 * for the time of a second notice. The deed was on notice; its new points stand beside the old ones,
 * and can be appealed.
 */
function isFinalAtOnce({ item, corrects }: JudgedContribution, beaten: readonly Rival[]): boolean {
  if (item.noticeDays === 0 || corrects?.wasFinal === true) return true
  return beaten.some(({ state }) => state === 'final')
}

/** Whoever loses one award for the same deed reads in the same moment which other counts instead. */
async function notifyBeaten(
  tx: Tx,
  { awardId, contribution, calibration, state }: NewAward,
  beaten: readonly Rival[],
): Promise<void> {
  const messages = beaten.map((rival) => ({
    personId: rival.personId,
    kind: 'award.superseded',
    params: {
      awardId,
      fromAwardId: rival.awardId,
      fromItemRef: rival.itemRef,
      fromHundredths: rival.pointsHundredths,
      itemRef: contribution.item.ref,
      pointsHundredths: calibration.pointsHundredths,
      state,
    },
  }))
  await sendMessages(tx, messages)
}

/**
 * Such an award enters the log later, counted with others of its week (`countAwards`): a record beside
 * that of the rating would tell who rated. One on notice is published one by one anyway.
 */
function isCountedLater({ sourceKind, item, corrects }: JudgedContribution): boolean {
  return sourceOf(sourceKind).entersCounted && item.noticeDays === 0 && corrects === undefined
}

async function appendScored(
  tx: Tx,
  scoring: Scoring,
  { awardId, contribution, calibration, state }: NewAward,
  recordId: string,
  input: CalibrationInput,
): Promise<void> {
  const { pointsHundredths } = calibration
  const facts = {
    ...contribution,
    awardId,
    recordId,
    pointsHundredths,
    sheetHash: contribution.sheet.hash,
  }
  const kind = state === 'final' ? 'award.final' : 'award.scored'
  tx.append(await wholeRecord(tx, scoring, kind, facts, input))
}

function priorOf(
  tx: Tx,
  contributions: readonly JudgedContribution[],
): Promise<Map<number, PriorUsage[]>> {
  return selectPriorUsage(tx.db, tx.villageId, contributions.flatMap(usageQuestions))
}
