import { householdJoined as joinedRecord, householdLeft as leftRecord } from '@azalea/records'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import { householdJoined, householdLeft } from '../events.ts'
import { readVillage } from '../founding/village.store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readPeople } from '../people/person.store.ts'
import { clearTalesAt } from '../plates/tale.store.ts'
import { refuse } from '../refusals.ts'
import { insertConsent, lockHousehold, setJoinedAt } from './consent.store.ts'

export interface ConsentInput {
  readonly householdId: string
  readonly decision: 'join' | 'leave'
  /** Who of the household gave it on paper; left out, the one who is signed in. */
  readonly givenByPersonId?: string | undefined
}

/**
 * A household joins or leaves. Someone of it decides, or a cadre enters what was decided on paper;
 * a group leader does so for the own group. Who is told by a cadre gets a message.
 * @throws Refusal 'unknown_household', 'consent_not_yours', 'consent_giver_elsewhere',
 *   'consent_giver_missing', 'already_joined', 'not_joined', 'office_does_not_join'
 */
export async function decideConsent(
  parts: { readonly act: Act; readonly secrets: VillageSecrets },
  actor: Actor,
  key: string,
  input: ConsentInput,
): Promise<{ joined: boolean }> {
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
    if (decision === 'leave') tx.write(clearTalesAt(db, villageId, householdId))
    const { optInVersion = 1 } = village ?? {}
    tx.write(setJoinedAt(db, villageId, householdId, decision === 'join' ? tx.now : null))
    const recordedBy = actor.personId
    const consent = { householdId, decision, optInVersion, givenBy, recordedBy }
    const row = { ...consent, consentId: tx.newId(), decidedAt: tx.now }
    tx.write(insertConsent(db, villageId, row))
    if (recordedBy !== givenBy)
      tx.write(sendMessage(tx, givenBy, 'consent.entered_for_you', { decision }))
    const secret = await parts.secrets.of(db, villageId)
    const decided = decision === 'join' ? joinedRecord : leftRecord
    tx.append(
      decided({
        public: { household: secret.pseudonym('household', householdId), optInVersion },
        parts: [{ personId: givenBy, payload: consent }],
      }),
    )
    await tx.publish(decision === 'join' ? householdJoined : householdLeft, { householdId })
    return { joined: decision === 'join' }
  })
}

function mayDecide(actor: Actor, householdId: string, groupNo: number): boolean {
  if (actor.householdId === householdId) return true
  if (hasAnyRole(actor, ['committee'])) return true
  return hasAnyRole(actor, ['group_leader']) && actor.leadsGroupNo === groupNo
}
