import { findItem } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import {
  JUDGED_WITHIN_WORKING_DAYS,
  lastDayWithin,
  readJudges,
  requireBringer,
  type OnBehalf,
} from '../../cases/index.ts'
import { sendMessages, type NewMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import {
  type DisputableAward,
  lockHouseholds,
  readHouseholdOfAward,
  selectDisputable,
} from '../awards/index.ts'
import type { Belonging } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands, Scoring } from '../rules/index.ts'
import {
  MOST_OPEN_OBJECTIONS,
  phaseOf,
  whoAnswers,
  whyNotObjectable,
  type AnsweringOffice,
} from './objection-policy.ts'
import { raisedRecord } from './objection-records.ts'
import {
  countOpenObjectionsOf,
  insertObjection,
  lockObjector,
  selectObjectionsTo,
  type NewObjection,
} from './objection.store.ts'

export interface RaiseObjectionInput {
  readonly awardId: string
  readonly words: string
  /** Whose words a cadre enters, and how they came; absent for one's own. */
  readonly onBehalf?: OnBehalf
}

export interface RaisedObjection {
  readonly objectionId: string
  /** The last civil day for the answer. */
  readonly dueOn: string
  /** False when a year was counted whose public holidays are not known. */
  readonly holidaysKnown: boolean
  readonly answeredBy: AnsweringOffice
}

/**
 * Objects to an award: on one's own or, by a cadre, for somebody who spoke or wrote. Its effect is
 * stayed until the answer: on notice it does not become final; what is final stays posted.
 * @throws Refusal 'unknown_award', 'unknown_person', 'objection_for_oneself',
 *   'objection_not_for_others', 'objection_not_yours', 'award_not_published', 'already_reversed',
 *   'objection_open', 'already_objected', 'objection_too_late', 'too_many_objections'
 */
export async function raiseObjection(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: RaiseObjectionInput,
): Promise<RaisedObjection> {
  return act({ name: 'raise-objection', actor, key, input: { ...input } }, async (tx) => {
    const objector = await requireBringer(tx, actor, input.onBehalf, {
      forOneself: () => refuse('objection_for_oneself'),
      notForOthers: () => refuse('objection_not_for_others'),
    })
    await requireFewOpen(tx, objector.personId)
    const award = await requireObjectable(tx, scoring, objector, input.awardId)
    const due = lastDayWithin(tx.now, JUDGED_WITHIN_WORKING_DAYS)
    const objection: NewObjection = {
      objectionId: tx.newId(),
      awardId: award.awardId,
      phase: phaseOf(award),
      objectorId: objector.personId,
      objectorHouseholdId: objector.householdId,
      channel: objector.channel,
      enteredBy: actor.personId,
      words: input.words,
      raisedAt: tx.now,
      dueOn: due.day,
    }
    await insertObjection(tx.db, tx.villageId, objection)
    tx.append(await raisedRecord(tx, scoring, objection, award))
    const involved = [objector.personId, award.personId]
    const judges = await readJudges(tx.db, tx.villageId, involved)
    const { by, standBack } = whoAnswers({ ...objection, passedOnBy: [] }, award, judges)
    await sendMessages(tx, [
      ...messagesOf(objection, award),
      ...standBackMessages(objection, standBack, by),
    ])
    const { objectionId, dueOn } = objection
    return { objectionId, dueOn, holidaysKnown: due.holidaysKnown, answeredBy: by }
  })
}

/** @throws Refusal 'too_many_objections' while so many of one person wait for their answer */
async function requireFewOpen({ db, villageId }: Tx, personId: string): Promise<void> {
  await lockObjector(db, villageId, personId)
  const open = await countOpenObjectionsOf(db, villageId, personId)
  if (open >= MOST_OPEN_OBJECTIONS)
    throw refuse('too_many_objections', { count: MOST_OPEN_OBJECTIONS })
}

/** The award under its household's lock, so that it cannot become final in the meantime. */
async function requireObjectable(
  tx: Tx,
  scoring: Scoring,
  objector: Belonging,
  awardId: string,
): Promise<DisputableAward> {
  const { db, villageId } = tx
  const householdId = await readHouseholdOfAward(db, villageId, awardId)
  if (householdId === null) throw refuse('unknown_award')
  await lockHouseholds(db, villageId, [householdId])
  const award = await selectDisputable(db, villageId, awardId)
  if (award === null) throw refuse('unknown_award')
  const { sheet } = await scoring.sheets.byId(db, villageId, award.ruleSheetId)
  const item = findItem(sheet, award.itemRef)
  if (item === undefined) throw new Error(`sheet ${award.ruleSheetId} lost item ${award.itemRef}`)
  const earlier = await selectObjectionsTo(db, villageId, awardId)
  const why = whyNotObjectable(objector, award, item, earlier, tx.now)
  if (why !== null) throw why
  return award
}

/** The earner learns that there is one, not whose; an objector, that it was entered for them. */
function messagesOf(objection: NewObjection, award: DisputableAward): NewMessage[] {
  const { objectionId, objectorId, enteredBy, dueOn, awardId } = objection
  const params = { objectionId, awardId, dueOn }
  const { itemRef, pointsHundredths } = award
  return [
    ...(objectorId === enteredBy
      ? []
      : [{ personId: objectorId, kind: 'objection.entered', params }]),
    ...(objectorId === award.personId
      ? []
      : [
          {
            personId: award.personId,
            kind: 'objection.raised',
            params: { ...params, itemRef, pointsHundredths },
          },
        ]),
  ]
}

/** Who of the committee stands back learns that, and who answers instead. */
function standBackMessages(
  { objectionId, objectorId, enteredBy, dueOn }: NewObjection,
  standBack: readonly string[],
  answeredBy: AnsweringOffice,
): NewMessage[] {
  return standBack
    .filter((personId) => personId !== objectorId && personId !== enteredBy)
    .map((personId) => ({
      personId,
      kind: 'objection.stand-back',
      params: { objectionId, dueOn, answeredBy },
    }))
}
