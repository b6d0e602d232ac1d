import { rosterImported, rosterPeopleAdded, rosterPeopleChanged } from '@azalea/records'
import { waitingSince } from '../second-person/waiting-since.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Tx } from '../../record/index.ts'
import { keepProposals } from '../credentials/propose-sign-in-change.ts'
import { selectChanges } from '../credentials/sign-in-change.store.ts'
import { settleMoves, type Move } from '../entering/settle-moves.ts'
import { notifyHouseholds } from '../entering/notify-households.ts'
import { householdMoved } from '../events.ts'
import { upsertGroups } from '../founding/village.store.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { lockRoles } from '../roles/role.store.ts'
import { phoneHashOf } from '../sign-in/phone-identity.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'
import { keepSkipped, openImport } from './kept-import.ts'
import type { PlannedPerson, RosterPlan } from './plan-roster.ts'
import { hashOfPlan, planKept, type RosterParts } from './preview-roster.ts'
import { deleteRosterImport } from './roster-import.store.ts'
import { skippedRows } from './skipped-rows.ts'
import {
  insertHouseholds,
  insertPeople,
  lockRoster,
  updateHouseholds,
  updatePeople,
  type RosterHousehold,
  type RosterPerson,
} from './roster.store.ts'
import { hasVillagers, readStandingRoster } from './standing-roster.ts'

export interface RosterImported {
  readonly newHouseholds: number
  readonly newPeople: number
  readonly changed: number
  /** Telephones and identity numbers that wait for a second person. */
  readonly proposed: number
  /** Rows that were not imported; `exportSkippedRows` has them for the rest of the day. */
  readonly skipped: number
}

/** A leaf of the log holds 16 kB; a person's commitment takes 46 bytes of it. */
const PEOPLE_A_RECORD = 200
const MOST_WAITING = 20_000

/**
 * Does what a preview has shown, to the letter.
 * @throws Refusal 'unknown_import', 'roster_has_errors' unless `skipErrors`, 'roster_has_conflicts',
 *   'roster_changed_since_preview' when the roster is not any more what the preview was made of,
 *   'supervisor_related_to_committee' when it would make them live together
 */
export async function confirmRoster(
  parts: RosterParts,
  actor: Actor,
  key: string,
  input: { readonly importId: string; readonly skipErrors: boolean },
): Promise<RosterImported> {
  return parts.act({ name: 'confirm-roster', actor, key, input: { ...input } }, async (tx) => {
    await lockRoster(tx.db, tx.villageId)
    await lockRoles(tx.db, tx.villageId)
    const kept = await openImport(tx.db, parts.keyring, { ...tx, importId: input.importId })
    const standing = await readStandingRoster(tx.db, actor)
    const plan = planKept(kept, standing)
    const count = kept.errors.length + plan.errors.length
    if (count > 0 && !input.skipErrors) throw refuse('roster_has_errors', { count })
    const { length: open } = plan.conflicts
    if (open > 0) throw refuse('roster_has_conflicts', { count: open })
    if (hashOfPlan(plan) !== kept.planHash) throw refuse('roster_changed_since_preview')
    // The first roster is the whole village's, and open to all of it; later rows are somebody's.
    const enteredBy = hasVillagers(standing) ? actor.personId : null
    const counts = await applyPlan(tx, parts.keyring, { actor, enteredBy }, plan)
    const skipped = skippedRows(kept, plan)
    if (skipped.length === 0) await deleteRosterImport(tx.db, tx.villageId, input.importId)
    else await keepSkipped(tx, parts, input.importId, kept, skipped)
    tx.append(rosterImported({ public: { ...counts }, parts: [] }))
    return { ...counts, skipped: skipped.length }
  })
}

interface Placed {
  readonly planned: PlannedPerson
  readonly person: RosterPerson
}

async function applyPlan(
  tx: Tx,
  keyring: Keyring,
  { actor, enteredBy }: { readonly actor: Actor; readonly enteredBy: string | null },
  plan: RosterPlan,
): Promise<Omit<RosterImported, 'skipped'>> {
  const { db, villageId } = tx
  const householdIds = new Map(
    plan.households.map(({ key, standing }) => [key, standing?.householdId ?? tx.newId()]),
  )
  const placed = plan.people.map((planned): Placed => {
    const householdId = householdIds.get(planned.householdKey) ?? ''
    const personId = planned.standing?.personId ?? tx.newId()
    return { planned, person: { personId, householdId, ...planned.next } }
  })
  const added = placed.filter(({ planned }) => planned.standing === null)
  const changed = placed.filter(({ planned, person }) => differs(planned.standing, person))
  const { newHouseholds, changedHouseholds, movedHouseholds } = placeHouseholds(
    plan,
    householdIds,
    placed,
  )
  const moved = changed.filter(
    ({ planned, person }) => planned.standing?.householdId !== person.householdId,
  )
  const doors = await readHouseholds(
    db,
    villageId,
    moved.map(({ planned }) => planned.standing?.householdId ?? ''),
  )
  await upsertGroups(db, villageId, plan.groups)
  await insertHouseholds(db, villageId, newHouseholds)
  await updatePeople(db, villageId, persons(changed))
  await insertPeople(db, villageId, persons(added), { at: tx.now, by: enteredBy })
  await updateHouseholds(db, villageId, changedHouseholds)
  for (const householdId of movedHouseholds) await tx.publish(householdMoved, { householdId })
  await settleMoved(tx, actor, moved, doors)
  await notifyHouseholds(tx, persons([...added, ...moved]), { byFile: true })
  await openDoors(tx, keyring, added)
  appendPeople(tx, rosterPeopleAdded, added)
  appendPeople(tx, rosterPeopleChanged, changed)
  const proposed = await proposeChanges(tx, actor, placed)
  return {
    newHouseholds: newHouseholds.length,
    newPeople: added.length,
    changed: placed.filter(({ planned }) => planned.standing && planned.fields.length > 0).length,
    proposed,
  }
}

function placeHouseholds(
  plan: RosterPlan,
  householdIds: ReadonlyMap<string, string>,
  placed: readonly Placed[],
) {
  const personOfRow = new Map(
    placed.map(({ planned, person }) => [planned.row.row, person.personId]),
  )
  const households = plan.households.map((planned) => ({
    planned,
    household: {
      householdId: householdIds.get(planned.key) ?? '',
      houseNo: planned.houseNo,
      groupNo: planned.groupNo,
      headPersonId:
        personOfRow.get(planned.headRow ?? -1) ?? planned.standing?.headPersonId ?? null,
      isOffice: planned.standing?.isOffice ?? false,
    } satisfies RosterHousehold,
  }))
  return {
    newHouseholds: households
      .filter(({ planned }) => planned.standing === null)
      .map(({ household }) => household),
    changedHouseholds: households
      .filter(({ planned }) => planned.standing !== null && planned.changes.size > 0)
      .map(({ household }) => household),
    movedHouseholds: households
      .filter(({ planned: { standing, groupNo } }) => standing && standing.groupNo !== groupNo)
      .map(({ household }) => household.householdId),
  }
}

/** What follows for those who were moved is what follows a move on the page of a person. */
async function settleMoved(
  tx: Tx,
  actor: Actor,
  moved: readonly Placed[],
  before: Awaited<ReturnType<typeof readHouseholds>>,
): Promise<void> {
  const homes = moved.map(({ person }) => person.householdId)
  const after = await readHouseholds(tx.db, tx.villageId, homes)
  const moves = moved.flatMap(({ planned, person: { personId, householdId } }): Move[] => {
    const to = after.get(householdId)
    return to ? [{ personId, from: before.get(planned.standing?.householdId ?? ''), to }] : []
  })
  await settleMoves(tx, actor, moves, { byFile: true })
}

/** Those who are new behind a new door sign in with their telephones; nobody else's way in changes. */
async function openDoors(tx: Tx, keyring: Keyring, added: readonly Placed[]): Promise<void> {
  await replaceIdentities(
    tx.db,
    tx.villageId,
    added.map(({ person: { personId, phone } }) => ({
      personId,
      phoneHash: phone === null ? null : phoneHashOf(keyring, phone),
    })),
    tx.now,
  )
}

/** Proposes what only a second person may change; what waits already is not proposed again. */
async function proposeChanges(tx: Tx, actor: Actor, placed: readonly Placed[]): Promise<number> {
  const page = { since: waitingSince(tx.now), limit: MOST_WAITING }
  const waiting = new Set(
    (await selectChanges(tx.db, tx.villageId, {}, page)).map(({ personId, phone, identity }) =>
      JSON.stringify([personId, phone, identity]),
    ),
  )
  const wanted = placed.flatMap(({ planned: { proposed }, person: { personId } }) =>
    proposed === null ? [] : [{ changeId: tx.newId(), personId, reason: '', ...proposed }],
  )
  const fresh = wanted.filter(
    ({ personId, phone, identity }) => !waiting.has(JSON.stringify([personId, phone, identity])),
  )
  await keepProposals(tx, actor, fresh)
  return wanted.length
}

function appendPeople(
  tx: Tx,
  peopleOf: typeof rosterPeopleAdded | typeof rosterPeopleChanged,
  placed: readonly Placed[],
): void {
  for (let from = 0; from < placed.length; from += PEOPLE_A_RECORD) {
    const chunk = placed.slice(from, from + PEOPLE_A_RECORD)
    tx.append(
      peopleOf({
        public: { people: chunk.length },
        parts: chunk.map(({ planned, person }) => ({
          personId: person.personId,
          payload: sealedOf(planned, person),
        })),
      }),
    )
  }
}

function sealedOf({ row }: PlannedPerson, person: RosterPerson) {
  const { name, phone, idLast4, birthYear } = person
  return { houseNo: row.houseNo, group: row.group.name, name, phone, idLast4, birthYear }
}

function differs(standing: RosterPerson | null, next: RosterPerson): boolean {
  if (standing === null) return false
  return (
    standing.householdId !== next.householdId ||
    standing.name !== next.name ||
    standing.birthYear !== next.birthYear
  )
}

function persons(placed: readonly Placed[]): RosterPerson[] {
  return placed.map(({ person }) => person)
}
