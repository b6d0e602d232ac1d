import type { Db } from '../../../platform/database/database.ts'
import type { Randomness } from '../../../platform/identity.ts'
import { seal, unseal, type Keyring } from '../../../platform/keyring.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import type { RosterRow } from './parse-roster.ts'
import type { RosterField, RosterHeading, SheetHeading } from './roster-columns.ts'
import type { Choices, ConflictChoice } from './roster-conflicts.ts'
import type { RosterError } from './roster-errors.ts'
import type { RosterRemark } from './roster-remarks.ts'
import type { RowCells } from './row-cells.ts'
import type { SkippedRow } from './skipped-rows.ts'
import { putRosterImport, selectRosterImport } from './roster-import.store.ts'

/** A read file waits this long for its yes. */
export const IMPORT_HOURS = 24

/** Another number with each change of what is kept: a file kept before an upgrade is chosen again. */
const FORMAT = 2

/** What is kept of a file from its preview on: until a day later, or until all of it is imported. */
export interface KeptImport {
  readonly rowCount: number
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
  readonly remarks: readonly RosterRemark[]
  readonly heading: RosterHeading
  /** What a person has answered so far, by the question's name. */
  readonly choices: Choices
  /** SHA-256 of the plan that was shown. */
  readonly planHash: string
  /** What stands in each row that holds a person. */
  readonly cells: readonly RowCells[]
  /** Once it is confirmed: what was not imported, and nothing else of the file. Null: it waits. */
  readonly skipped: readonly SkippedRow[] | null
}

/** Seals an import with a key of its own, wrapped by the server's: it holds everyone's data. Replaces itself. */
export async function keepImport(
  tx: Tx,
  keys: { readonly keyring: Keyring; readonly randomness: Randomness },
  importId: string,
  uploaded: { readonly by: string; readonly at: Date },
  kept: KeptImport,
): Promise<void> {
  const context = contextOf(tx.villageId, importId)
  const { key, wrapped } = keys.keyring.newWrappedKey(context)
  const { heading } = kept
  const written: WrittenImport = {
    ...kept,
    format: FORMAT,
    choices: [...kept.choices],
    heading: heading.sheets.map((sheet) => ({
      ...sheet,
      columns: [...sheet.columns],
      labels: [...sheet.labels],
    })),
  }
  await putRosterImport(tx.db, {
    villageId: tx.villageId,
    importId,
    uploadedBy: uploaded.by,
    uploadedAt: uploaded.at,
    wrappedKey: wrapped,
    sealed: seal(key, Buffer.from(JSON.stringify(written), 'utf8'), context, keys.randomness),
  })
}

/** Keeps what was not imported of a file that is confirmed now, for as long as the file would have been. */
export function keepSkipped(
  tx: Tx,
  keys: { readonly keyring: Keyring; readonly randomness: Randomness },
  importId: string,
  { uploaded, heading }: OpenedImport,
  skipped: readonly SkippedRow[],
): Promise<void> {
  const nothing = { rowCount: 0, rows: [], errors: [], remarks: [], cells: [], planHash: '' }
  const kept: KeptImport = { ...nothing, choices: new Map(), heading, skipped }
  return keepImport(tx, keys, importId, uploaded, kept)
}

export type OpenedImport = KeptImport & {
  readonly uploaded: { readonly by: string; readonly at: Date }
}

/** An import that waits. @throws Refusal 'unknown_import' also when it was confirmed */
export async function openImport(...asked: Parameters<typeof openKept>): Promise<OpenedImport> {
  const kept = await openKept(...asked)
  if (kept.skipped !== null) throw refuse('unknown_import')
  return kept
}

/**
 * An import that waits, or what is left of a confirmed one.
 * @throws Refusal 'unknown_import' when it is a day old, of an earlier version or never was, or when
 *   nothing was left
 */
export async function openKept(
  db: Db,
  keyring: Keyring,
  at: { readonly villageId: string; readonly importId: string; readonly now: Date },
): Promise<OpenedImport> {
  const { villageId, importId, now } = at
  const dayAgo = new Date(now.getTime() - IMPORT_HOURS * 3_600_000)
  const row = await selectRosterImport(db, villageId, importId, dayAgo)
  if (row === null) throw refuse('unknown_import')
  const context = contextOf(villageId, importId)
  const key = keyring.unwrap(row.wrappedKey, context)
  const kept = JSON.parse(unseal(key, row.sealed, context).toString('utf8')) as WrittenImport
  if (kept.format !== FORMAT) throw refuse('unknown_import')
  const sheets = kept.heading.map((sheet) => ({
    ...sheet,
    columns: new Map(sheet.columns),
    labels: new Map(sheet.labels),
  }))
  return {
    ...kept,
    choices: new Map(kept.choices),
    heading: { sheets },
    uploaded: { by: row.uploadedBy, at: row.uploadedAt },
  }
}

/** The same in JSON, which has no maps. */
type WrittenImport = Omit<KeptImport, 'heading' | 'choices'> & {
  readonly format: number
  readonly choices: readonly (readonly [string, ConflictChoice])[]
  readonly heading: readonly (Omit<SheetHeading, 'columns' | 'labels'> & {
    readonly columns: readonly (readonly [RosterField, number])[]
    readonly labels: readonly (readonly [number, string])[]
  })[]
}

function contextOf(villageId: string, importId: string): string {
  return `roster-import ${villageId} ${importId}`
}
