import { createHash } from 'node:crypto'
import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Randomness } from '../../../platform/identity.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import { canonicalBytes, type Act, type VillageSecrets } from '../../record/index.ts'
import { keepImport, openImport, type KeptImport } from './kept-import.ts'
import type { RosterRow } from './parse-roster.ts'
import type { FieldChange } from './plan-households.ts'
import { planRoster, type RosterPlan } from './plan-roster.ts'
import { identityHashOf } from './identity-number.ts'
import { readRosterApart } from './read-roster-apart.ts'
import type { RosterFile } from './read-roster-file.ts'
import type { RosterConflict } from './roster-conflicts.ts'
import type { RosterError } from './roster-errors.ts'
import type { RosterRemark } from './roster-remarks.ts'
import { skippedRows } from './skipped-rows.ts'
import { readStandingRoster, type StandingRoster } from './standing-roster.ts'

export interface RosterParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly randomness: Randomness
  readonly secrets: VillageSecrets
}

export interface RosterChange {
  readonly row: number
  readonly kind: 'new' | 'changed'
  readonly groupName: string
  readonly houseNo: string
  readonly name: string
  readonly fields: readonly FieldChange[]
}

export interface RosterPreview {
  readonly importId: string
  readonly summary: {
    /** Rows that hold a person. */
    readonly rows: number
    readonly newHouseholds: number
    readonly newPeople: number
    readonly changed: number
    readonly unchanged: number
    readonly faulty: number
    /** Rows that are not imported as it stands: faulty, left out, or still in question. */
    readonly skipped: number
    /** Rows whose telephone or identity number waits for a second person. */
    readonly proposed: number
  }
  readonly errors: readonly RosterError[]
  /** What was left out of the file, or read though it was hidden. */
  readonly remarks: readonly RosterRemark[]
  /** What a person has to answer before it can be imported. */
  readonly conflicts: readonly RosterConflict[]
  /** Telephones and identity numbers that the import only proposes. */
  readonly proposals: readonly Omit<RosterChange, 'kind'>[]
  readonly changes: readonly RosterChange[]
}

/**
 * Reads a roster file and tells what importing it would do. Nothing of the roster changes; what was
 * read is kept, sealed, for a day.
 * @throws Refusal as `readRosterApart`
 */
export async function previewRoster(
  parts: RosterParts,
  actor: Actor,
  key: string,
  { file }: { readonly file: Buffer },
): Promise<RosterPreview> {
  const parsed = await readRoster(parts, actor.villageId, file)
  const input = { sha256: createHash('sha256').update(file).digest('base64url') }
  const { importId } = await parts.act(
    { name: 'preview-roster', actor, key, input },
    async (tx) => {
      const standing = await readStandingRoster(tx.db, actor)
      const { rowCount, rows, heading, errors, remarks, cells } = parsed
      const plan = planRoster(rows, standing, heading)
      const kept = { rowCount, rows, heading, errors, remarks, cells, skipped: null }
      const id = tx.newId()
      const planHash = hashOfPlan(plan)
      const uploaded = { by: actor.personId, at: tx.now }
      await keepImport(tx, parts, id, uploaded, { ...kept, choices: new Map(), planHash })
      return { importId: id }
    },
  )
  return readPreview(parts, actor, importId)
}

/** The preview of an import that still waits. @throws Refusal 'unknown_import' */
export async function readPreview(
  parts: Pick<RosterParts, 'database' | 'clock' | 'keyring'>,
  actor: Actor,
  importId: string,
): Promise<RosterPreview> {
  const { villageId } = actor
  return parts.database.inVillage(villageId, async (db) => {
    const kept = await openImport(db, parts.keyring, {
      villageId,
      importId,
      now: parts.clock.now(),
    })
    const standing = await readStandingRoster(db, actor)
    return presentPreview(importId, kept, planKept(kept, standing))
  })
}

/** The plan of an import that waits, with what was answered so far. */
export function planKept(kept: KeptImport, standing: StandingRoster): RosterPlan {
  return planRoster(kept.rows, standing, kept.heading, kept.choices)
}

/** Stands for a plan: two plans of the same hash do the same to the same people. */
export function hashOfPlan(plan: RosterPlan): string {
  const facts = {
    groups: plan.groups.map(({ groupNo, name }) => [groupNo, name]),
    households: plan.households.map((household) => [
      household.key,
      household.standing?.householdId ?? null,
      household.groupNo,
      household.headRow,
    ]),
    people: plan.people.map(({ row, householdKey, standing, next, proposed, fields }) => [
      row.row,
      householdKey,
      standing?.personId ?? null,
      { ...next },
      JSON.stringify(proposed),
      fields.map(({ field, from, to }) => [field, from, to]),
    ]),
    conflicts: plan.conflicts.map(({ conflictId, kind }) => [conflictId, kind]),
    errors: plan.errors.map(({ cell, code }) => [cell, code]),
  }
  return createHash('sha256').update(canonicalBytes(facts)).digest('base64url')
}

/** Reads a file apart from the server; of identity numbers only keyed hashes come out of here. */
async function readRoster(
  { database, secrets }: RosterParts,
  villageId: string,
  file: Buffer,
): Promise<Omit<RosterFile, 'rows'> & { readonly rows: readonly RosterRow[] }> {
  const secret = await database.inVillage(villageId, (db) => secrets.of(db, villageId))
  const read = await readRosterApart(villageId, file)
  const rows = read.rows.map(({ idNumber, ...row }) => ({
    ...row,
    idHash: idNumber === null ? null : identityHashOf(secret, idNumber),
  }))
  return { ...read, rows }
}

function presentPreview(importId: string, kept: KeptImport, plan: RosterPlan): RosterPreview {
  const changes = plan.people.flatMap(({ row, standing, fields }): RosterChange[] =>
    standing !== null && fields.length === 0
      ? []
      : [
          {
            row: row.row,
            kind: standing === null ? 'new' : 'changed',
            groupName: row.group.name,
            houseNo: row.houseNo,
            name: row.name,
            fields,
          },
        ],
  )
  const errors = [...kept.errors, ...plan.errors]
  const proposals = plan.people.flatMap(({ row, proposedFields: fields }) =>
    fields.length === 0
      ? []
      : [
          {
            row: row.row,
            groupName: row.group.name,
            houseNo: row.houseNo,
            name: row.name,
            fields,
          },
        ],
  )
  const newPeople = changes.filter(({ kind }) => kind === 'new').length
  return {
    importId,
    summary: {
      rows: kept.rowCount,
      newHouseholds: plan.households.filter(({ standing }) => standing === null).length,
      newPeople,
      changed: changes.length - newPeople,
      unchanged: plan.people.length - changes.length,
      faulty: new Set(errors.map(({ row }) => row)).size,
      skipped: skippedRows(kept, plan).length,
      proposed: proposals.length,
    },
    errors: errors.toSorted((a, b) => a.row - b.row),
    remarks: kept.remarks,
    conflicts: plan.conflicts,
    proposals,
    changes,
  }
}
