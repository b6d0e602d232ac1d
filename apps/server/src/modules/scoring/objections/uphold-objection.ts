import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { type DisputableAward, takeBack } from '../awards/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { Scoring } from '../rules/index.ts'
import { awardAnew, correctedContribution, type CorrectedFacts } from './correct-award.ts'

/** What an answer does to the award, and to the honour of its household. */
export interface AwardEffect {
  /** The award with the corrected facts, if there is one. */
  readonly newAwardId: string | null
  readonly newPointsHundredths: number | null
  /** 'scored': it goes on notice first, as the one before had not become final. */
  readonly newState: 'scored' | 'final' | null
  /** By how much the household's honour changes in this moment. */
  readonly honourHundredths: number
}

export const NOTHING_CHANGES: AwardEffect = {
  newAwardId: null,
  newPointsHundredths: null,
  newState: null,
  honourHundredths: 0,
}

/**
 * Takes the disputed award back, and with corrected facts makes the one that takes its place, in one
 * moment. The caller holds the household's lock.
 * @throws Refusal 'already_reversed', what `correctedContribution` and `awardAnew` throw
 */
export async function applyUpheld(
  tx: Tx,
  scoring: Scoring,
  { personId: by }: Actor,
  award: DisputableAward,
  {
    objectionId,
    reasons,
    correction,
  }: {
    readonly objectionId: string
    readonly reasons: string
    readonly correction?: CorrectedFacts
  },
): Promise<AwardEffect> {
  // A higher award for the same deed may have taken its place while it was disputed.
  if (award.state === 'reversed') {
    if (correction !== undefined) throw refuse('already_reversed')
    return NOTHING_CHANGES
  }
  const contribution =
    correction === undefined
      ? null
      : await correctedContribution(tx, scoring, award, correction, by)
  const because = { objectionId }
  const why = { by, reason: reasons, supersededBy: null, because }
  const taken = await takeBack(tx, scoring, award, why)
  const { namedBy, wasFinal, postedHundredths } = taken
  if (contribution === null) return { ...NOTHING_CHANGES, honourHundredths: -postedHundredths }
  const corrects = { because, awardId: award.awardId, namedBy, wasFinal }
  const made = await awardAnew(tx, scoring, { ...contribution, corrects })
  const newlyPosted = made.state === 'final' ? made.pointsHundredths : 0
  return {
    newAwardId: made.awardId,
    newPointsHundredths: made.pointsHundredths,
    newState: made.state,
    honourHundredths: newlyPosted - postedHundredths,
  }
}
