import type { RuleItem } from '@azalea/scoring'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  barKin,
  barPersons,
  inSilence,
  overseers,
  whyNotJudging,
  rolesInTurn,
  whoIsBarred,
  whyNotPassingOn,
  type Bar,
  type Bench,
  type Judges,
} from '../../cases/index.ts'
import { isOwnHousehold, type Belonging } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import type { ObjectionPhase } from '../ground/tables.ts'
import { type DisputableAward, lastDayOnNotice } from '../awards/index.ts'
import type { Objection } from './objection.store.ts'

/** One person's objections that wait at a time: the committee answers each within seven working days. */
export const MOST_OPEN_OBJECTIONS = 10
/** How long a final award can be objected to, in civil days after the day it became final. */
export const OBJECTED_AFTER_FINAL_DAYS = 30

type Code = keyof typeof refuse.table

/** Who answers an objection. */
const answerers: Bench<Code> = {
  role: 'committee',
  instead: overseers,
  others: 'committee_answers',
}

/** Whether the village reads of an award: a merit that a notice lists under its household. */
export function isPublic({ kind, publicity }: RuleItem): boolean {
  return kind === 'merit' && publicity !== 'private' && publicity !== 'totals_only'
}

export function phaseOf({ state }: Pick<DisputableAward, 'state'>): ObjectionPhase {
  return state === 'final' ? 'appeal' : 'notice'
}

/** The last civil day for an objection; null while it cannot be raised, or no more. */
export function objectionEndsOn({ state, noticeEndsAt, finalAt }: DisputableAward): string | null {
  if (state === 'on_notice' && noticeEndsAt !== null) return lastDayOnNotice(noticeEndsAt)
  if (state === 'final' && finalAt !== null)
    return addCivilDays(civilDay(finalAt), OBJECTED_AFTER_FINAL_DAYS)
  return null
}

/** Why this person cannot object to the award now; null when they can. */
export function whyNotObjectable(
  objector: Belonging,
  award: DisputableAward,
  item: RuleItem,
  earlier: readonly Objection[],
  now: Date,
): Refusal | null {
  if (!isOwnHousehold(objector, award) && !isPublic(item)) return refuse('objection_not_yours')
  if (award.state === 'scored') return refuse('award_not_published')
  if (award.state === 'reversed') return refuse('already_reversed')
  if (earlier.some(({ state }) => state === 'open')) return refuse('objection_open')
  const phase = phaseOf(award)
  if (earlier.some((one) => one.objectorId === objector.personId && one.phase === phase))
    return refuse('already_objected')
  const endsOn = objectionEndsOn(award)
  // An award stays on notice until a job makes it final: so long one can still object.
  if (phase === 'appeal' && endsOn !== null && civilDay(now) > endsOn)
    return refuse('objection_too_late', { days: OBJECTED_AFTER_FINAL_DAYS })
  return null
}

/** Why this person cannot answer the objection; null when they can. */
export function whyNotAnswerable(
  actor: Actor,
  objection: Objection,
  award: DisputableAward,
  judges: Judges,
): Refusal | null {
  if (objection.state !== 'open') return refuse('objection_answered')
  const why = whyNotJudging(actor, answerers, barsOf(objection, award), judges)
  return why && refuse(why)
}

/** Why this person cannot declare themselves biased; null when they can. */
export function whyNotPassingOnObjection(
  actor: Actor,
  objection: Objection,
  award: DisputableAward,
  judges: Judges,
): Refusal | null {
  if (objection.state !== 'open') return refuse('objection_answered')
  const why = whyNotPassingOn(actor, answerers, barsOf(objection, award), judges)
  return why && refuse(why)
}

export type AnsweringOffice = 'committee' | 'overseers'

/** Whose turn an open objection is, and which members of the committee stand back. */
export function whoAnswers(
  objection: Barring,
  award: DisputableAward,
  judges: Judges,
): { readonly by: AnsweringOffice; readonly standBack: readonly string[] } {
  const bars = barsOf(objection, award)
  const isTheirs = rolesInTurn(answerers, bars, judges).includes(answerers.role)
  return {
    by: isTheirs ? 'committee' : 'overseers',
    standBack: whoIsBarred(answerers, bars, judges),
  }
}

/** What of an objection bars somebody from answering it. */
type Barring = Pick<Objection, 'objectorId' | 'objectorHouseholdId' | 'enteredBy' | 'passedOnBy'>

/** Who has a part in an objection. The earner's household does not learn whose it is. */
function barsOf(objection: Barring, award: DisputableAward): Bar<Code>[] {
  const { objectorId, objectorHouseholdId, enteredBy, passedOnBy } = objection
  const objector = { personId: objectorId, householdId: objectorHouseholdId }
  return [
    barKin('own_household_award', [award]),
    inSilence(barKin('own_household_objection', [objector])),
    inSilence(barPersons('entered_objection', [enteredBy])),
    barPersons('had_part_in_award', [award.recordedBy, award.decidedBy]),
    barPersons('objection_passed_on', passedOnBy),
  ]
}
