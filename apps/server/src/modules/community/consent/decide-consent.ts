import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import { readVillage } from '../founding/village.store.ts'
import { readPeople } from '../people/person.store.ts'
import { refuse } from '../refusals.ts'
import { applyConsent } from './apply-consent.ts'
import { lockHousehold } from './consent.store.ts'
import { enterLeave } from './enter-leave.ts'

export interface ConsentInput {
  readonly householdId: string
  readonly decision: 'join' | 'leave'
  /** Who of the household gave it on paper; left out, the one who is signed in. */
  readonly givenByPersonId?: string | undefined
}

/**
 * A household joins or leaves. Someone of it decides, or a cadre enters what was decided on paper;
 * a group leader does so for the own group. Who is told by a cadre gets a message. That it leaves waits
 * then, as `enterLeave` has it; `takesEffectAt` says until when.
 * @throws Refusal 'unknown_household', 'consent_not_yours', 'consent_giver_elsewhere',
 *   'consent_giver_missing', 'already_joined', 'not_joined', 'office_does_not_join', 'leave_entered'
 */
export async function decideConsent(
  parts: { readonly act: Act; readonly secrets: VillageSecrets },
  actor: Actor,
  key: string,
  input: ConsentInput,
): Promise<{ joined: boolean; takesEffectAt: string | null }> {
  const { householdId, decision, givenByPersonId } = input
  const request = { householdId, decision, givenByPersonId: givenByPersonId ?? null }
  return parts.act({ name: 'decide-consent', actor, key, input: request }, async (tx) => {
    const { db, villageId } = tx
    const givenBy = givenByPersonId ?? (actor.householdId === householdId ? actor.personId : null)
    if (givenBy !== null) tx.willSealFor(givenBy)
    const [household, [people, village]] = await tx.underLock(
      (lock) => lockHousehold(lock, villageId, householdId),
      () =>
        Promise.all([
          readPeople(db, villageId, givenBy === null ? [] : [givenBy]),
          readVillage(db, villageId),
        ]),
    )
    if (household === null) throw refuse('unknown_household')
    if (household.isOffice && decision === 'join') throw refuse('office_does_not_join')
    if (!mayDecide(actor, householdId, household.groupNo)) throw refuse('consent_not_yours')
    if (givenBy === null) throw refuse('consent_giver_missing')
    const giver = people.get(givenBy)
    if (giver?.householdId !== householdId || !giver.isPresent)
      throw refuse('consent_giver_elsewhere')
    if ((household.joinedAt !== null) === (decision === 'join'))
      throw refuse(decision === 'join' ? 'already_joined' : 'not_joined')
    const isTheirOwn = actor.householdId === householdId
    if (decision === 'leave' && !isTheirOwn) {
      const until = await enterLeave(tx, actor, { householdId, givenBy })
      return { joined: true, takesEffectAt: until.toISOString() }
    }
    const { optInVersion = 1 } = village ?? {}
    const recordedBy = actor.personId
    const consent = { householdId, decision, optInVersion, givenBy, recordedBy }
    await applyConsent(tx, parts.secrets, consent)
    return { joined: decision === 'join', takesEffectAt: null }
  })
}

function mayDecide(actor: Actor, householdId: string, groupNo: number): boolean {
  if (actor.householdId === householdId) return true
  if (hasAnyRole(actor, ['committee'])) return true
  return hasAnyRole(actor, ['group_leader']) && actor.leadsGroupNo === groupNo
}
