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
import { putRosterImport, selectRosterImport } from './roster-import.store.ts'

/** A read file waits this long for its yes. */
export const IMPORT_HOURS = 24

/** What is kept of a file between its preview and its confirmation. */
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

/** @throws Refusal 'unknown_import' when it was confirmed, is a day old or never was */
export async function openImport(
  db: Db,
  keyring: Keyring,
  at: { readonly villageId: string; readonly importId: string; readonly now: Date },
): Promise<KeptImport & { readonly uploaded: { readonly by: string; readonly at: Date } }> {
  const { villageId, importId, now } = at
  const dayAgo = new Date(now.getTime() - IMPORT_HOURS * 3_600_000)
  const row = await selectRosterImport(db, villageId, importId, dayAgo)
  if (row === null) throw refuse('unknown_import')
  const context = contextOf(villageId, importId)
  const key = keyring.unwrap(row.wrappedKey, context)
  const kept = JSON.parse(unseal(key, row.sealed, context).toString('utf8')) as WrittenImport
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
  readonly choices: readonly (readonly [string, ConflictChoice])[]
  readonly heading: readonly (Omit<SheetHeading, 'columns' | 'labels'> & {
    readonly columns: readonly (readonly [RosterField, number])[]
    readonly labels: readonly (readonly [number, string])[]
  })[]
}

function contextOf(villageId: string, importId: string): string {
  return `roster-import ${villageId} ${importId}`
}
