import type { Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHomeOf } from '../people/household.store.ts'
import { readPeople } from '../people/person.store.ts'
import { committee, leaders, removalConfirmers } from '../policy.ts'
import { selectGrants } from '../roles/role.store.ts'
import {
  readSecondPersons,
  type Offices,
  type SecondPersonCode,
} from '../second-person/second-person.ts'
import type { LeaveOnPaper } from './leave.store.ts'

const offices: Offices = {
  proposing: [...committee, ...leaders],
  confirming: removalConfirmers,
}

type Bar = SecondPersonCode | 'removal_not_yours'

/** A household leaves on paper after this, unless it or an office holder says no before. */
const LEAVE_DAYS = 7
const LEAVE_MILLISECONDS = LEAVE_DAYS * 86_400_000

/** When what was entered then takes effect by itself. */
export function takesEffectAt(enteredAt: Date): Date {
  return new Date(enteredAt.getTime() + LEAVE_MILLISECONDS)
}

/** What was entered at or before this instant takes effect now. */
export function dueSince(now: Date): Date {
  return new Date(now.getTime() - LEAVE_MILLISECONDS)
}

/** Whether whoever gave it still lives there: else nobody's word is left to act on. */
export async function isStillGiven(
  db: Db,
  villageId: string,
  { givenBy, householdId }: Pick<LeaveOnPaper, 'givenBy' | 'householdId'>,
): Promise<boolean> {
  const giver = (await readPeople(db, villageId, [givenBy])).get(givenBy)
  return giver?.householdId === householdId && giver.isPresent
}

/**
 * What bars a person from confirming that a household leaves at once, or from turning it down; null:
 * nothing. The household itself does both, and needs nobody: it leaves by its own decision.
 */
export async function readLeaveRights(
  db: Db,
  villageId: string,
  { householdId, ...leave }: LeaveOnPaper,
  readerIds: readonly string[],
): Promise<{
  readonly whyNotConfirming: (readerId: string) => Bar | null
  readonly whyNotDropping: (readerId: string) => Bar | null
}> {
  const people = [...readerIds, leave.recordedBy]
  const judge = await readSecondPersons(db, villageId, offices, people)
  const homes = await readHomeOf(db, villageId, readerIds)
  const confirmers = new Set(
    (await selectGrants(db, villageId, readerIds))
      .filter(({ role }) => removalConfirmers.includes(role satisfies Role))
      .map(({ personId }) => personId),
  )
  const proposal = {
    proposedBy: leave.recordedBy,
    proposerHouseholdId: leave.recorderHouseholdId,
    proposedAt: leave.enteredAt,
  }
  return {
    whyNotConfirming: (readerId) => {
      if (!confirmers.has(readerId)) return 'removal_not_yours'
      return judge(proposal, readerId)
    },
    whyNotDropping: (readerId) => {
      if (readerId === leave.recordedBy || homes.get(readerId) === householdId) return null
      if (!confirmers.has(readerId)) return 'removal_not_yours'
      return judge(proposal, readerId) === 'second_of_household' ? 'second_of_household' : null
    },
  }
}
