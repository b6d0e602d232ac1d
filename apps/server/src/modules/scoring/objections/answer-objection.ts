import type { Actor } from '../../../platform/actor.ts'
import { readMembersOf, readPeople, sendMessages } from '../../community/index.ts'
import type { Act, Tx } from '../../record/index.ts'
import { takeBack } from '../awards/take-back.ts'
import { lockHouseholds } from '../awards/usage.store.ts'
import { refuse } from '../refusals.ts'
import type { Scoring } from '../scoring.ts'
import { awardAnew, correctedDeed, type CorrectedFacts } from './correct-award.ts'
import { selectDisputable, type DisputableAward } from './disputed-award.store.ts'
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

export interface AnsweredObjection {
  /** The award with the corrected facts, if there is one. */
  readonly newAwardId: string | null
}

/**
 * The committee answers an objection with reasons. Refused: the award stands and its notice goes on.
 * Upheld: it is reversed, and with corrected facts a new award names it and is calibrated anew.
 * @throws Refusal 'unknown_objection', 'objection_answered', 'committee_answers',
 *   'own_household_award', 'own_household_objection', 'entered_objection', 'had_part_in_award',
 *   'correction_without_upholding', 'already_reversed', what `correctedDeed` and `awardAnew` throw
 */
export async function answerObjection(
  act: Act,
  scoring: Scoring,
  actor: Actor,
  key: string,
  input: AnswerObjectionInput,
): Promise<AnsweredObjection> {
  const { objectionId, outcome, reasons, correction } = input
  const given = { objectionId, outcome, reasons, correction: correction ? { ...correction } : null }
  return act({ name: 'answer-objection', actor, key, input: given }, async (tx) => {
    const { objection, award } = await requireAnswerable(tx, actor, objectionId)
    if (outcome === 'refused' && correction !== undefined)
      throw refuse('correction_without_upholding')
    const newAwardId = outcome === 'upheld' ? await uphold(tx, scoring, actor, award, input) : null
    const answer = { by: actor.personId, reasons, newAwardId }
    await markAnswered(tx.db, tx.villageId, objectionId, { ...answer, state: outcome, at: tx.now })
    tx.append(await answeredRecord(tx, scoring, objection, award, { ...answer, outcome }))
    await tellBoth(tx, objection, award, { outcome, reasons, newAwardId })
    return { newAwardId }
  })
}

/**
 * An objection that this person may answer now, with its award, both held.
 * @throws Refusal 'unknown_objection', and what `whyNotAnswerable` gives
 */
export async function requireAnswerable(
  tx: Tx,
  actor: Actor,
  objectionId: string,
): Promise<{ objection: Objection; award: DisputableAward }> {
  const { objection, award } = await lockObjection(tx, objectionId)
  const people = await readPeople(tx.db, tx.villageId, [objection.objectorId])
  const household = people.get(objection.objectorId)?.householdId ?? null
  const committee = await readMembersOf(tx.db, tx.villageId, 'committee')
  const why = whyNotAnswerable(actor, objection, household, award, committee)
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

async function uphold(
  tx: Tx,
  scoring: Scoring,
  actor: Actor,
  award: DisputableAward,
  { objectionId, reasons, correction }: AnswerObjectionInput,
): Promise<string | null> {
  // A higher award for the same deed may have taken its place while it was disputed.
  if (award.state === 'reversed') {
    if (correction !== undefined) throw refuse('already_reversed')
    return null
  }
  const { personId: by } = actor
  const deed =
    correction === undefined ? null : await correctedDeed(tx, scoring, award, correction, by)
  const why = { by, reason: reasons, supersededBy: null, because: { objectionId } }
  const namedBy = await takeBack(tx, scoring, award, why)
  if (deed === null) return null
  const corrects = { because: { objectionId }, awardId: award.awardId, namedBy }
  return (await awardAnew(tx, scoring, { ...deed, corrects })).awardId
}

async function tellBoth(
  tx: Tx,
  { objectionId, objectorId, awardId }: Objection,
  { personId }: DisputableAward,
  answer: {
    readonly outcome: 'upheld' | 'refused'
    readonly reasons: string
    readonly newAwardId: string | null
  },
): Promise<void> {
  const params = { objectionId, awardId, ...answer }
  await sendMessages(
    tx,
    [...new Set([objectorId, personId])].map((one) => ({
      personId: one,
      kind: 'objection.answered',
      params,
    })),
  )
}
