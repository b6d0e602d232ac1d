import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { areKin, readEntered } from '../../community/index.ts'
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
 * Nobody decides on what they or their household initiated or lead, or who is on the roster by their
 * word alone: an invented leader would let one keeper approve, lead and score.
 * @throws Refusal 'own_activity', 'activity_of_entered'
 */
export async function requireStranger(db: Db, actor: Actor, activity: Activity): Promise<void> {
  const why = await whyNoStranger(db, actor, activity)
  if (why !== null) throw refuse(why)
}

export async function whyNoStranger(
  db: Db,
  { villageId, personId }: Actor,
  { initiatorId, leaderId }: Activity,
): Promise<'own_activity' | 'activity_of_entered' | null> {
  const sides = [initiatorId, leaderId]
  if (await areKin(db, villageId, personId, sides)) return 'own_activity'
  const entered = await readEntered(db, villageId, personId, sides)
  return entered.size > 0 ? 'activity_of_entered' : null
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
