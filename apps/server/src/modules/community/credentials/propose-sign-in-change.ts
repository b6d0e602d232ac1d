import { personSignInChangeProposed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { keyedIdentity } from './read-identity.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'
import type { Proposal } from '../second-person/second-person.ts'
import { sendMessages, type NewMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { requirePhone } from '../sign-in/phone-identity.ts'
import { toldOf, valuesOf, changedParts } from './apply-sign-in-change.ts'
import { selectCredentials, selectIdentityHolder, selectPhoneHolder } from './credential.store.ts'
import { endProposals } from './end-proposals.ts'
import { insertChanges, type CredentialChange, type SignInChange } from './sign-in-change.store.ts'

export interface ProposedChange {
  readonly personId: string
  /** Left out: stays. Null: the person has no telephone any more. */
  readonly phone?: string | null | undefined
  readonly identityNumber?: string | undefined
  /** Whoever has the number now has given it up to this person. */
  readonly takesNumber: boolean
  readonly reason: string
}

/**
 * A member of the committee, or the operator, proposes another telephone or identity number for
 * somebody who cannot prove the old telephone. Nothing changes until a second one of another
 * household confirms; the person is told at once.
 * @throws Refusal 'unknown_person', 'bad_phone', 'bad_identity_number', 'sign_in_unchanged',
 *   'phone_held_by_other', 'identity_held_by_other'
 */
export async function proposeSignInChange(
  parts: { readonly act: Act; readonly keyring: Keyring; readonly secrets: VillageSecrets },
  actor: Actor,
  key: string,
  input: ProposedChange,
): Promise<{ changeId: string }> {
  const { personId, takesNumber, reason } = input
  const phone = typeof input.phone === 'string' ? requirePhone(input.phone) : input.phone
  const secret = parts.secrets
  const asked = {
    personId,
    takesNumber,
    reason,
    // The key's request must not hold a telephone or an identity number, not even hashed without one.
    mark: parts.keyring.hashOf(
      'sign-in change',
      JSON.stringify({ phone, identityNumber: input.identityNumber }),
    ),
  }
  return parts.act({ name: 'propose-sign-in-change', actor, key, input: asked }, async (tx) => {
    await lockRoster(tx.db, tx.villageId)
    const person = (await selectCredentials(tx.db, tx.villageId, [personId])).get(personId)
    if (!person) throw refuse('unknown_person')
    const identity =
      input.identityNumber === undefined
        ? null
        : keyedIdentity(await secret.of(tx.db, tx.villageId), input.identityNumber)
    const change: CredentialChange = {
      phone:
        phone === undefined || phone === person.phone
          ? null
          : { to: phone, from: await giverOf(tx, phone, takesNumber) },
      identity: identity?.hash === person.idHash ? null : identity,
    }
    if (change.phone === null && change.identity === null) throw refuse('sign_in_unchanged')
    if (change.identity !== null) {
      const holder = await selectIdentityHolder(tx.db, tx.villageId, change.identity.hash)
      if (holder !== null) throw refuse('identity_held_by_other')
    }
    const changeId = tx.newId()
    await keepProposals(tx, actor, [{ changeId, personId, reason, ...change }])
    return { changeId }
  })
}

async function giverOf(tx: Tx, phone: string | null, takesNumber: boolean): Promise<string | null> {
  const holder = phone === null ? null : await selectPhoneHolder(tx.db, tx.villageId, phone)
  if (holder !== null && !takesNumber) throw refuse('phone_held_by_other', { name: holder.name })
  return holder?.personId ?? null
}

/** Keeps proposals of one command, tells each person, and enters each in the log. */
export async function keepProposals(
  tx: Tx,
  actor: Actor,
  proposals: readonly Omit<SignInChange, keyof Proposal>[],
): Promise<void> {
  const { personId: proposedBy, householdId } = actor
  const proposal = { proposedBy, proposerHouseholdId: householdId, proposedAt: tx.now }
  const changes = proposals.map((one) => ({ ...one, ...proposal }))
  await endProposals(
    tx,
    changes.map(({ personId }) => personId),
    proposedBy,
  )
  await insertChanges(tx.db, tx.villageId, changes)
  await sendMessages(
    tx,
    changes.flatMap((change): NewMessage[] => [
      {
        personId: change.personId,
        kind: 'sign_in.change_proposed',
        params: { what: changedParts(change) },
      },
      ...(change.phone?.from
        ? [{ personId: change.phone.from, kind: 'sign_in.passing_on_proposed', params: {} }]
        : []),
    ]),
  )
  for (const change of changes) {
    const { personId, reason } = change
    const payload = { proposedBy, reason, ...valuesOf(change) }
    tx.append(
      personSignInChangeProposed({
        public: toldOf(change, 'office'),
        parts: [{ personId, payload }],
      }),
    )
  }
}
