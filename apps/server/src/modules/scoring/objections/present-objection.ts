import { findItem, wordsIn } from '@azalea/scoring'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import {
  caseReaders,
  isPast,
  JUDGED_WITHIN_WORKING_DAYS,
  lastDayWithin,
  type Judges,
} from '../../cases/index.ts'
import { maskName, type PersonBrief } from '../../community/index.ts'
import { type DisputableAward, presentName } from '../awards/index.ts'
import { isOwnHousehold, maySeeAward } from '../ground/policy.ts'
import type { AdoptedSheet } from '../rules/index.ts'
import { whoAnswers, whyNotAnswerable } from './objection-policy.ts'
import type { Objection } from './objection.store.ts'
import type { ObjectionView } from './schema.ts'

/** What an objection is shown with. */
export interface ObjectionContext {
  readonly award: DisputableAward
  readonly sheet: AdoptedSheet
  /** What took the award's place by the answer. */
  readonly newAward: Pick<DisputableAward, 'pointsHundredths' | 'state'> | null
  readonly people: ReadonlyMap<string, PersonBrief>
  readonly judges: Judges
}

/**
 * An objection for this reader: the committee and its overseers read all of it; the objector, their
 * own words; the earner's household, whatever offices it holds, what was said and not by whom.
 */
export function presentObjection(
  actor: Actor,
  objection: Objection,
  { award, sheet, newAward, people, judges }: ObjectionContext,
  now: Date,
  language: Language,
): ObjectionView {
  const { objectorId, enteredBy, state, answeredAt } = objection
  const isMine = objectorId === actor.personId
  const readsAll = hasAnyRole(actor, caseReaders) && !isOwnHousehold(actor, award)
  const item = findItem(sheet.sheet, award.itemRef)
  const named = (personId: string) => ({
    personId,
    name: presentName(people.get(personId)?.name, language),
  })
  const why = whyNotAnswerable(actor, objection, award, judges)
  return {
    objectionId: objection.objectionId,
    state,
    phase: objection.phase,
    channel: objection.channel,
    objector: isMine || readsAll ? named(objectorId) : null,
    enteredBy: (isMine || readsAll) && enteredBy !== objectorId ? named(enteredBy) : null,
    isMine,
    words: objection.words,
    raisedAt: objection.raisedAt.toISOString(),
    dueOn: objection.dueOn,
    holidaysKnown: areHolidaysKnown(objection),
    isOverdue: state === 'open' && isPast(objection.dueOn, now),
    award: shownAward(
      actor,
      award,
      wordsIn(item?.name, language) ?? award.itemRef,
      people,
      language,
    ),
    facts: readsAll ? factsOf(award, sheet) : null,
    answeredBy: state === 'open' ? whoAnswers(objection, award, judges).by : null,
    answer:
      state === 'open' || answeredAt === null
        ? null
        : {
            outcome: state,
            at: answeredAt.toISOString(),
            reasons: objection.reasons,
            newAwardId: objection.newAwardId,
            newPointsHundredths: newAward?.pointsHundredths ?? null,
            newState: newAward?.state ?? null,
          },
    canAnswer: permission(why, language),
  }
}

/** Whether the deadline was counted with the holidays of its years. */
function areHolidaysKnown({ raisedAt }: Objection): boolean {
  return lastDayWithin(raisedAt, JUDGED_WITHIN_WORKING_DAYS).holidaysKnown
}

function shownAward(
  actor: Actor,
  award: DisputableAward,
  itemName: string,
  people: ReadonlyMap<string, PersonBrief>,
  language: Language,
): ObjectionView['award'] {
  const mayOpen = maySeeAward(actor, award)
  const earner = people.get(award.personId)
  const isNamed = mayOpen || earner?.publishesName === true
  return {
    awardId: award.awardId,
    itemRef: award.itemRef,
    itemName,
    personName: isNamed ? presentName(earner?.name, language) : maskName(earner?.name ?? null),
    occurredOn: mayOpen ? award.occurredOn : null,
    pointsHundredths: award.pointsHundredths,
    state: award.state,
    mayOpen,
  }
}

function factsOf(award: DisputableAward, { sheet, ruleSheetId }: AdoptedSheet) {
  const base = findItem(sheet, award.itemRef)?.base
  const { quantity, leaderScore } = award
  const unit = base !== undefined && 'unit' in base ? base.unit : null
  return { ruleSheetId, quantity, unit, leaderScore }
}

/** Whether this person may read the objection at all. */
export function mayReadObjection(
  actor: Actor,
  objection: Objection,
  award: DisputableAward,
): boolean {
  const { personId } = actor
  const householdId = actor.householdId ?? ''
  return (
    objection.objectorId === personId ||
    isOwnHousehold({ personId, householdId }, award) ||
    hasAnyRole(actor, caseReaders)
  )
}
