import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { areKin } from '../../community/index.ts'
import type { Activity } from './activity.store.ts'
import { refuse } from '../ground/refusals.ts'

const seesEverything = ['committee', 'supervisor', 'town_officer', 'auditor'] as const

export const isCommittee = (actor: Actor) => actor.roles.has('committee')

/** The leader of an activity, and the committee in the leader's stead. */
export function requireLeader(actor: Actor, activity: Activity): void {
  if (activity.leaderId !== actor.personId && !isCommittee(actor))
    throw refuse('not_activity_leader')
}

/** Proposals are seen by those who made, lead, decide or supervise them; the rest by the whole village. */
export function maySee(actor: Actor, activity: Activity): boolean {
  if (['approved', 'closed', 'cancelled'].includes(activity.state)) return true
  return (
    activity.initiatorId === actor.personId ||
    activity.leaderId === actor.personId ||
    hasAnyRole(actor, seesEverything)
  )
}

export const seesProposals = (actor: Actor) => hasAnyRole(actor, seesEverything)

/**
 * Nobody decides on what they or their household initiated or lead.
 * @throws Refusal 'own_activity'
 */
export async function requireStranger(db: Db, actor: Actor, activity: Activity): Promise<void> {
  if (await isOwnActivity(db, actor, activity)) throw refuse('own_activity')
}

export async function isOwnActivity(db: Db, actor: Actor, activity: Activity): Promise<boolean> {
  const { initiatorId, leaderId } = activity
  return areKin(db, actor.villageId, actor.personId, [initiatorId, leaderId])
}

/**
 * Mistaken presence is corrected by the leader, or the committee; nobody's own or their household's.
 * @throws Refusal 'not_activity_leader', 'correction_of_oneself', 'correction_of_household'
 */
export async function requireCorrector(
  db: Db,
  actor: Actor,
  activity: Activity,
  attendeeId: string,
): Promise<void> {
  requireLeader(actor, activity)
  if (attendeeId === actor.personId) throw refuse('correction_of_oneself')
  if (await areKin(db, actor.villageId, actor.personId, [attendeeId]))
    throw refuse('correction_of_household')
}

/**
 * The leader scores, or the committee; nobody scores themselves or their household.
 * @throws Refusal 'not_activity_leader', 'own_attendance', 'own_household_attendance'
 */
export async function requireScorer(
  db: Db,
  actor: Actor,
  activity: Activity,
  attendeeId: string,
): Promise<void> {
  requireLeader(actor, activity)
  if (attendeeId === actor.personId) throw refuse('own_attendance')
  if (await areKin(db, actor.villageId, actor.personId, [attendeeId]))
    throw refuse('own_household_attendance')
}
