import type { Actor } from '../../../../platform/actor.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { readKinship, requireJoinedMember } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands } from '../../ground/commands.ts'
import { requireLeader } from '../policy.ts'
import { refuse } from '../../ground/refusals.ts'
import { lockShift, selectSignUp, type ShiftOfActivity } from '../shifts/sign-up.store.ts'
import { lockAttendanceOf } from './attendance.store.ts'
import { requireMeant, requireOpen } from './check-out.ts'
import {
  enterCheckInOfMany,
  enterCheckOut,
  requireCheckInOpen,
  requireNotIn,
  requirePlace,
  type Presence,
} from './enter-presence.ts'

export type EnterPresencesInput = {
  readonly shiftId: string
  readonly way: 'check_in' | 'check_out'
  readonly personIds: readonly string[]
  readonly confirmsShort: boolean
}

/** Who could not be entered, and why. */
export interface LeftOut {
  readonly personId: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

export interface EnteredPresences {
  readonly entered: number
  readonly leftOut: readonly LeftOut[]
}

/**
 * Checks many people of a shift in or out at once, by the leader's word. Each is told, and recorded by
 * itself; who cannot be entered is named with the reason and holds nobody else up.
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_activity_leader'
 */
export async function enterPresences(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: EnterPresencesInput,
): Promise<EnteredPresences> {
  // In one order for everybody, so that two lists never wait for each other in a circle.
  const personIds = [...new Set(input.personIds)].toSorted()
  const given = { ...input, personIds }
  return act({ name: 'enter-presences', actor, key, input: given }, async (tx) => {
    const held = await lockShift(tx.db, tx.villageId, input.shiftId, 'activity')
    if (held === null) throw refuse('unknown_shift')
    requireLeader(actor, held.activity)
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    const kinship = await readKinship(tx.db, tx.villageId, [...personIds, actor.personId])
    const leftOut: LeftOut[] = []
    for (const personId of personIds) {
      const isKin = kinship(personId, actor.personId)
      const refusal = await enterOne(tx, secrets, held, actor, { ...input, personId, isKin })
      if (refusal === null) continue
      const { code } = refusal
      leftOut.push({ personId, code, zh: refusal.sentence('zh'), en: refusal.sentence('en') })
    }
    return { entered: personIds.length - leftOut.length, leftOut }
  })
}

type One = Pick<EnterPresencesInput, 'way' | 'confirmsShort'> & {
  readonly personId: string
  readonly isKin: boolean
}

/** What bars this person, found before anything of theirs is written; null when they are entered. */
async function enterOne(
  tx: Tx,
  secrets: VillageSecrets,
  held: ShiftOfActivity,
  actor: Actor,
  { way, confirmsShort, personId, isKin }: One,
): Promise<Refusal | null> {
  const presence: Presence = { personId, actorId: actor.personId, at: tx.now, by: 'leader' }
  try {
    if (personId === actor.personId) throw refuse('on_behalf_of_oneself')
    if (isKin) throw refuse('on_behalf_of_household')
    const before = await lockAttendanceOf(tx.db, tx.villageId, held.shift.shiftId, personId)
    if (way === 'check_in') {
      requirePlace(await selectSignUp(tx.db, tx.villageId, held.shift.shiftId, personId))
      requireNotIn(before)
      requireCheckInOpen(held, tx.now)
      await requireJoinedMember(tx, personId, actor)
      await enterCheckInOfMany(tx, secrets, held, presence)
      return null
    }
    requireOpen(before, { instant: tx.now, isLate: false })
    if (!confirmsShort) requireMeant(held.shift, before, tx.now, tx.now)
    await enterCheckOut(tx, secrets, held, before, presence)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
