import type { Actor } from '../../../platform/actor.ts'
import { refuse as httpRefusals } from '../../../platform/http/refusals.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { communityRefusals, type PlateSubject } from '../../community/index.ts'
import { refuse } from '../ground/refusals.ts'

/** Why this person cannot rate this subject today; null when they can. */
export function whyNoRating(facts: {
  readonly actor: Actor | null
  readonly subject: PlateSubject
  readonly joined: boolean
  readonly ratedToday: boolean
}): Refusal | null {
  const { actor, subject, joined, ratedToday } = facts
  if (actor === null) return httpRefusals('not_signed_in')
  if (actor.villageId !== subject.villageId) return communityRefusals('plate_of_other_village')
  if (!joined) return communityRefusals('household_not_joined')
  if (subject.keeperHouseholdId !== null && subject.keeperHouseholdId === actor.householdId)
    return refuse('own_subject', { label: subject.label })
  if (ratedToday) return refuse('already_rated_today', { label: subject.label })
  return null
}
