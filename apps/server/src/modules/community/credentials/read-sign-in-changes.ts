import { waitingSince, waitsUntil } from '../second-person/waiting-since.ts'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { readHouseholds } from '../people/household.store.ts'
import { noteAccess } from '../people/note-access.ts'
import { rosterKeepers } from '../policy.ts'
import { readSecondPersons, type SecondPersonJudge } from '../second-person/second-person.ts'
import { selectGrants } from '../roles/role.store.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import { changedParts } from './apply-sign-in-change.ts'
import { selectCredentials } from './credential.store.ts'
import { isAbout, signInChangeOffices } from './decide-sign-in-changes.ts'
import type { ownSignIn, signInChangeRow } from './schema.ts'
import { selectChanges, type SignInChange } from './sign-in-change.store.ts'
import { selectBindingOf } from '../wechat/binding.store.ts'

const MOST_SHOWN = 100

export interface ChangeReading {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/** How the reader signs in, and what somebody else would change of it. */
export async function readOwnSignIn(
  { database, clock }: Pick<ChangeReading, 'database' | 'clock'>,
  { villageId, personId }: Actor,
): Promise<z.infer<typeof ownSignIn>> {
  return database.inVillage(villageId, async (db) => {
    const person = (await selectCredentials(db, villageId, [personId])).get(personId)
    const page = { since: waitingSince(clock.now()), limit: 1 }
    const [change] = await selectChanges(db, villageId, { personIds: [personId] }, page)
    const binding = await selectBindingOf(db, villageId, personId)
    return {
      phoneMasked: shownPhone(person?.phone) || null,
      wechatBoundAt: binding?.boundAt.toISOString() ?? null,
      idLast4: person?.idLast4 ?? null,
      waiting: change
        ? {
            changeId: change.changeId,
            what: changedParts(change),
            proposedAt: change.proposedAt.toISOString(),
            reason: change.reason,
          }
        : null,
    }
  })
}

/** The proposed changes that wait, oldest first. Each person can see later who looked. */
export async function readSignInChanges(
  { database, clock, newId }: ChangeReading,
  actor: Actor,
): Promise<{ items: z.infer<typeof signInChangeRow>[] }> {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const page = { since: waitingSince(now), limit: MOST_SHOWN }
    const changes = await selectChanges(db, villageId, {}, page)
    const context = await readContext(db, actor, changes)
    const at = { db, villageId, now, newId }
    const seen = changes.map(({ personId }) => personId)
    await noteAccess(at, actor.personId, seen, 'sign_in_change')
    return { items: changes.map((change) => present(change, actor, context)) }
  })
}

/** How many proposals wait for this confirmer, and since when; none for who may not confirm. */
export async function countSignInChanges(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ count: number; oldestAt: Date | null }> {
  if (!hasAnyRole(actor, rosterKeepers)) return { count: 0, oldestAt: null }
  const page = { since: waitingSince(now), limit: MOST_SHOWN }
  const changes = await selectChanges(db, actor.villageId, {}, page)
  const judge = await readJudge(db, actor, changes)
  const mine = changes.filter((change) => mayConfirm(change, actor, judge))
  return { count: mine.length, oldestAt: mine[0]?.proposedAt ?? null }
}

async function readJudge(db: Db, actor: Actor, changes: readonly SignInChange[]) {
  const ids = [actor.personId, ...changes.map(({ proposedBy }) => proposedBy)]
  return readSecondPersons(db, actor.villageId, signInChangeOffices, ids)
}

function mayConfirm(change: SignInChange, actor: Actor, judge: SecondPersonJudge): boolean {
  return (
    hasAnyRole(actor, rosterKeepers) &&
    !isAbout(change, actor.personId) &&
    judge(change, actor.personId) === null
  )
}

async function readContext(db: Db, actor: Actor, changes: readonly SignInChange[]) {
  const { villageId } = actor
  const personIds = changes.flatMap(({ personId, proposedBy, phone }) => [
    personId,
    proposedBy,
    ...(phone?.from ? [phone.from] : []),
  ])
  const people = await selectCredentials(db, villageId, personIds)
  const householdIds = [...people.values()].map(({ householdId }) => householdId)
  return {
    people,
    households: await readHouseholds(db, villageId, householdIds),
    grants: await selectGrants(db, villageId, personIds),
    judge: await readJudge(db, actor, changes),
  }
}

function present(
  change: SignInChange,
  actor: Actor,
  { people, households, grants, judge }: Awaited<ReturnType<typeof readContext>>,
): z.infer<typeof signInChangeRow> {
  const { personId, proposedBy, phone, identity } = change
  const person = people.get(personId)
  const household = households.get(person?.householdId ?? '')
  const isMine = mayConfirm(change, actor, judge)
  return {
    changeId: change.changeId,
    personId,
    name: person?.name ?? '',
    groupName: household?.groupName ?? '',
    houseNo: household?.houseNo ?? '',
    roles: grants.filter((grant) => grant.personId === personId).map(({ role }) => role),
    what: changedParts(change),
    phone: phone && {
      from: shownPhone(person?.phone),
      to: isMine ? (phone.to ?? '') : shownPhone(phone.to),
    },
    passedOnFrom: phone?.from ? (people.get(phone.from)?.name ?? '') : null,
    identity: identity && { from: person?.idLast4 ?? '', to: identity.last4 },
    proposedByName: people.get(proposedBy)?.name ?? '',
    proposedAt: change.proposedAt.toISOString(),
    waitsUntil: waitsUntil(change.proposedAt).toISOString(),
    reason: change.reason,
    mayConfirm: isMine,
    mayDecline: hasAnyRole(actor, rosterKeepers) || isAbout(change, actor.personId),
  }
}

function shownPhone(phone: string | null | undefined): string {
  return phone ? maskPhone(phone) : ''
}
