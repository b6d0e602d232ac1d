import type { Actor } from '../../../platform/actor.ts'
import { readJudges } from '../../cases/index.ts'
import { sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { type DisputableAward, lockHouseholds, selectDisputable } from '../awards/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands } from '../rules/index.ts'
import { applyUpheld, NOTHING_CHANGES, type AwardEffect } from './uphold-objection.ts'
import type { CorrectedFacts } from './correct-award.ts'
import { whyNotAnswerable } from './objection-policy.ts'
import { answeredRecord } from './objection-records.ts'
import { markAnswered, selectObjection, type Objection } from './objection.store.ts'

export interface AnswerObjectionInput {
  readonly objectionId: string
  readonly outcome: 'upheld' | 'refused'
  readonly reasons: string
  /** The facts as they are right; absent when an upheld award is taken back without another. */
  readonly correction?: CorrectedFacts
}

/**
 * The committee answers an objection with reasons. Refused: the award stands and its notice goes on.
 * Upheld: it is reversed, and with corrected facts a new award names it and is calibrated anew; where
 * the award was final, the new one is so at once, so that both appear together.
 * @throws Refusal 'unknown_objection', 'objection_answered', 'committee_answers',
 *   'own_household_award', 'own_household_objection', 'entered_objection', 'had_part_in_award',
 *   'correction_without_upholding', 'already_reversed', what `correctedContribution` and `awardAnew` throw
 */
export async function answerObjection(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: AnswerObjectionInput,
): Promise<AwardEffect> {
  const { objectionId, outcome, reasons, correction } = input
  const given = { objectionId, outcome, reasons, correction: correction ? { ...correction } : null }
  return act({ name: 'answer-objection', actor, key, input: given }, async (tx) => {
    const { objection, award } = await requireAnswerable(tx, actor, objectionId)
    if (outcome === 'refused' && correction !== undefined)
      throw refuse('correction_without_upholding')
    const effect =
      outcome === 'upheld' ? await applyUpheld(tx, scoring, actor, award, input) : NOTHING_CHANGES
    const { newAwardId } = effect
    const answer = { by: actor.personId, reasons, newAwardId }
    await markAnswered(tx.db, tx.villageId, objectionId, { ...answer, state: outcome, at: tx.now })
    tx.append(await answeredRecord(tx, scoring, objection, award, { ...answer, outcome }))
    await notifyBoth(tx, objection, award, { outcome, reasons, ...effect })
    return effect
  })
}

/**
 * An objection that this person may answer now, with its award, both held.
 * @throws Refusal 'unknown_objection', and what `whyNot` gives
 */
export async function requireAnswerable(
  tx: Tx,
  actor: Actor,
  objectionId: string,
  whyNot = whyNotAnswerable,
): Promise<{ objection: Objection; award: DisputableAward }> {
  const { objection, award } = await lockObjection(tx, objectionId)
  const involved = [actor.personId, objection.objectorId, award.personId]
  const judges = await readJudges(tx.db, tx.villageId, involved)
  const why = whyNot(actor, objection, award, judges)
  if (why !== null) throw why
  return { objection, award }
}

/** Both under the lock of the award's household; so of two answers one comes too late. */
async function lockObjection(
  tx: Tx,
  objectionId: string,
): Promise<{ objection: Objection; award: DisputableAward }> {
  const { db, villageId } = tx
  const first = await selectObjection(db, villageId, objectionId)
  if (first === null) throw refuse('unknown_objection')
  const found = await selectDisputable(db, villageId, first.awardId)
  if (found === null) throw new Error(`objection ${objectionId} has lost its award`)
  await lockHouseholds(db, villageId, [found.householdId])
  const objection = await selectObjection(db, villageId, objectionId)
  const award = await selectDisputable(db, villageId, first.awardId)
  if (objection === null || award === null) throw refuse('unknown_objection')
  return { objection, award }
}

async function notifyBoth(
  tx: Tx,
  { objectionId, objectorId, awardId }: Objection,
  award: DisputableAward,
  answer: AwardEffect & {
    readonly outcome: 'upheld' | 'refused'
    readonly reasons: string
  },
): Promise<void> {
  const { itemRef, pointsHundredths: fromHundredths } = award
  const params = { objectionId, awardId, itemRef, fromHundredths, ...answer }
  await sendMessages(
    tx,
    [...new Set([objectorId, award.personId])].map((one) => ({
      personId: one,
      kind: 'objection.answered',
      params,
    })),
  )
}
