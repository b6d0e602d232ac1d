import { personSignInChangeDeclined } from '@azalea/records'
import { waitingSince } from '../second-person/waiting-since.ts'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { SmsSender } from '../../../platform/sms.ts'
import type { Act, Tx } from '../../record/index.ts'
import { sendMessage, sendMessages } from '../messages/send-message.ts'
import { rosterKeepers } from '../policy.ts'
import { requireSecondPerson, type Offices } from '../second-person/second-person.ts'
import { refuse } from '../refusals.ts'
import { readHoldersOf } from '../roles/role.store.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { applySignInChange, changedParts, toldOf, valuesOf } from './apply-sign-in-change.ts'
import { selectCredentials } from './credential.store.ts'
import { deleteChangesOf, selectChanges, type SignInChange } from './sign-in-change.store.ts'

/** Who proposes and confirms how somebody else signs in. */
export const signInChangeOffices: Offices = { proposing: rosterKeepers, confirming: rosterKeepers }

/** Whose sign-in a change is about: the person's, and that of whoever gives the number up. */
export function isAbout({ personId, phone }: SignInChange, readerId: string): boolean {
  return personId === readerId || phone?.from === readerId
}

/** So many at a time: each ends sessions and locks two numbers. */
export const CHANGES_A_DECISION = 100

export interface DecideParts {
  readonly act: Act
  readonly keyring: Keyring
  readonly sms: Pick<SmsSender, 'fixedCodeOf'>
}

export interface Decided {
  readonly decided: number
  /** Of whom it was about: without a telephone nobody reads the message. */
  readonly withoutPhone: number
  readonly supervisorsTold: number
}

/**
 * Confirms proposed changes, all of them or none, by a second person of the committee or the
 * operator who lives in another household than the proposer; or turns them down, which the person
 * may do too. Supervisors are told of what was changed, the proposer of what was turned down.
 * @throws Refusal 'unknown_sign_in_change', 'sign_in_change_for_oneself', 'sign_in_change_not_yours',
 *   'demonstration_sign_in'; whatever `requireSecondPerson` and `applySignInChange` refuse
 */
export async function decideSignInChanges(
  parts: DecideParts,
  actor: Actor,
  key: string,
  input: {
    readonly changeIds: readonly string[]
    readonly decision: 'confirmed' | 'declined'
  },
): Promise<Decided> {
  const { changeIds, decision } = input
  const command = {
    name: 'decide-sign-in-changes',
    actor,
    key,
    input: { changeIds: [...changeIds], decision },
  }
  return parts.act(command, async (tx) => {
    await lockRoster(tx.db, tx.villageId)
    const since = waitingSince(tx.now)
    const page = { since, limit: CHANGES_A_DECISION }
    const changes = await selectChanges(tx.db, tx.villageId, { changeIds }, page)
    if (changes.length < new Set(changeIds).size) throw refuse('unknown_sign_in_change')
    for (const change of changes)
      if (decision === 'confirmed') await requireMayConfirm(tx, actor, change)
      else requireMayDecline(actor, change)
    await deleteChangesOf(
      tx.db,
      tx.villageId,
      changes.map(({ personId }) => personId),
    )
    const supervisorsTold =
      decision === 'confirmed' ? await confirmAll(tx, parts, actor, changes) : 0
    if (decision === 'declined') for (const change of changes) await decline(tx, actor, change)
    const personIds = changes.map(({ personId }) => personId)
    const people = await selectCredentials(tx.db, tx.villageId, personIds)
    const withoutPhone = [...people.values()].filter(({ phone }) => phone === null).length
    return { decided: changes.length, withoutPhone, supervisorsTold }
  })
}

async function requireMayConfirm(tx: Tx, actor: Actor, change: SignInChange): Promise<void> {
  if (!hasAnyRole(actor, rosterKeepers)) throw refuse('sign_in_change_not_yours')
  await requireSecondPerson(tx, signInChangeOffices, change, actor.personId)
  if (isAbout(change, actor.personId)) throw refuse('sign_in_change_for_oneself')
}

function requireMayDecline(actor: Actor, change: SignInChange): void {
  if (!isAbout(change, actor.personId) && !hasAnyRole(actor, rosterKeepers))
    throw refuse('sign_in_change_not_yours')
}

async function confirmAll(
  tx: Tx,
  { keyring, sms }: DecideParts,
  actor: Actor,
  changes: readonly SignInChange[],
): Promise<number> {
  for (const change of changes) {
    const { personId, proposedBy } = change
    const { phone } = change
    if (phone !== null) await requireNotListed(tx, sms, [personId, phone.from ?? personId])
    const by = { way: 'two', proposedBy, confirmedBy: actor.personId } as const
    await applySignInChange(tx, keyring, personId, change, by)
  }
  return notifySupervisors(tx, changes)
}

/** The demonstration's listed telephones are everyone's: a visitor would lock all others out. */
export async function requireNotListed(
  tx: Tx,
  sms: Pick<SmsSender, 'fixedCodeOf'>,
  personIds: readonly string[],
): Promise<void> {
  const people = await selectCredentials(tx.db, tx.villageId, personIds)
  for (const { phone } of people.values())
    if (phone !== null && sms.fixedCodeOf(phone) !== null) throw refuse('demonstration_sign_in')
}

/** What the supervisors hear of changes that were made. Returns how many heard it. */
export async function notifySupervisors(
  tx: Tx,
  changes: readonly { readonly personId: string }[],
): Promise<number> {
  const personIds = changes.map(({ personId }) => personId)
  const [first] = personIds
  if (first === undefined) return 0
  const people = await selectCredentials(tx.db, tx.villageId, [first])
  const params = { count: changes.length, name: people.get(first)?.name ?? '' }
  const supervisors = await readHoldersOf(tx.db, tx.villageId, ['supervisor'])
  await sendMessages(
    tx,
    supervisors.map((personId) => ({ personId, kind: 'sign_in.changes_made', params })),
  )
  return supervisors.length
}

async function decline(tx: Tx, actor: Actor, change: SignInChange): Promise<void> {
  const { personId, proposedBy } = change
  const params = { what: changedParts(change) }
  const isByPerson = personId === actor.personId
  if (!isByPerson) await sendMessage(tx, personId, 'sign_in.change_declined', params)
  if (proposedBy !== actor.personId)
    await sendMessage(
      tx,
      proposedBy,
      isByPerson ? 'sign_in.change_declined_by_person' : 'sign_in.proposal_declined',
      params,
    )
  const payload = { declinedBy: actor.personId, ...valuesOf(change) }
  const told = toldOf(change, isByPerson ? 'person' : 'office')
  tx.append(personSignInChangeDeclined({ public: told, parts: [{ personId, payload }] }))
}
