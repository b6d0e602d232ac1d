import type { RuleItem } from '@azalea/scoring'
import { hasAnyRole, type Actor, type Role } from '../../../platform/actor.ts'
import { addCivilDays, civilDay } from '../../../platform/calendar.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { isOwnHousehold, type Belonging, type Member } from '../policy.ts'
import { refuse } from '../refusals.ts'
import type { ObjectionPhase } from '../tables.ts'
import type { DisputableAward } from './disputed-award.store.ts'
import type { Objection } from './objection.store.ts'
import { lastDayOnNotice } from '../notices/notice-days.ts'

/** The committee answers within this many working days. */
export const ANSWERED_WITHIN_WORKING_DAYS = 7
/** One person's objections that wait at a time: the committee answers each within seven working days. */
export const MOST_OPEN_OBJECTIONS = 10
/** How long a final award can be appealed, in civil days after the day it became final. */
export const APPEAL_DAYS = 30

/** Who reads all objections, with the names. */
export const objectionReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Who is told of overdue ones, and sees them first. */
export const overseers: readonly Role[] = ['supervisor', 'town_officer']

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
  if (state === 'final' && finalAt !== null) return addCivilDays(civilDay(finalAt), APPEAL_DAYS)
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
  if (!isOwn(objector, award) && !isPublic(item)) return refuse('objection_not_yours')
  if (award.state === 'scored') return refuse('award_not_published')
  if (award.state === 'reversed') return refuse('already_reversed')
  if (earlier.some(({ state }) => state === 'open')) return refuse('objection_open')
  const phase = phaseOf(award)
  if (earlier.some((one) => one.objectorId === objector.personId && one.phase === phase))
    return refuse('already_objected')
  const endsOn = objectionEndsOn(award)
  // An award stays on notice until a job makes it final: so long one can still object.
  if (phase === 'appeal' && endsOn !== null && civilDay(now) > endsOn)
    return refuse('objection_too_late', { days: APPEAL_DAYS })
  return null
}

/**
 * Why this person cannot answer the objection; null when they can. The committee answers; where all
 * of it is barred, the supervisors and the town's officer do.
 */
export function whyNotAnswerable(
  actor: Actor,
  objection: Objection,
  objectorHouseholdId: string | null,
  award: DisputableAward,
  committee: readonly Member[],
): Refusal | null {
  if (objection.state !== 'open') return refuse('objection_answered')
  const barred = whyBarred(actor, objection, objectorHouseholdId, award)
  if (barred !== null && hasAnyRole(actor, ['committee'])) return barred
  const { by } = whoAnswers(objection, objectorHouseholdId, award, committee)
  if (!hasAnyRole(actor, by === 'committee' ? ['committee'] : overseers))
    return refuse('committee_answers')
  return barred
}

/** Whose turn an open objection is, and which members of the committee stand back. */
export function whoAnswers(
  objection: Barring,
  objectorHouseholdId: string | null,
  award: DisputableAward,
  committee: readonly Member[],
): { readonly by: AnsweringOffice; readonly standBack: readonly Member[] } {
  const standBack = committee.filter(
    (member) => whyBarred(member, objection, objectorHouseholdId, award) !== null,
  )
  return { by: standBack.length === committee.length ? 'overseers' : 'committee', standBack }
}

export type AnsweringOffice = 'committee' | 'overseers'

/** What of an objection bars somebody from answering it. */
type Barring = Pick<Objection, 'objectorId' | 'objectorHouseholdId' | 'enteredBy' | 'passedOnBy'>

/**
 * Who raised, entered, recorded, scored or approved, lives with the objector or the earner, or has
 * declared themselves biased.
 */
function whyBarred(
  member: Member,
  objection: Barring,
  objectorHouseholdId: string | null,
  award: DisputableAward,
): Refusal | null {
  if (isOwnHousehold(member, award)) return refuse('own_household_award')
  const { objectorId: personId, enteredBy } = objection
  for (const householdId of [objection.objectorHouseholdId, objectorHouseholdId ?? ''])
    if (isOwnHousehold(member, { personId, householdId })) return refuse('own_household_objection')
  if (enteredBy === member.personId) return refuse('entered_objection')
  if ([award.recordedBy, award.decidedBy].includes(member.personId))
    return refuse('had_part_in_award')
  if (objection.passedOnBy.includes(member.personId)) return refuse('objection_passed_on')
  return null
}

export function isOwn(person: Belonging, award: Belonging): boolean {
  return person.personId === award.personId || person.householdId === award.householdId
}
