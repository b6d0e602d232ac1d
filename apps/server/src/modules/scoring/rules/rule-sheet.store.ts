import type { RuleSheet } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ScoringTables } from '../ground/tables.ts'
import type { LintAnswer } from '../ground/tables.ts'
import type { Resolution } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

export interface RuleSheetRow {
  readonly ruleSheetId: string
  readonly version: number
  readonly sheet: RuleSheet
  /** SHA-256 of the canonical bytes, hexadecimal. */
  readonly hash: string
  readonly state: 'draft' | 'adopted'
  readonly effectiveFrom: string
  readonly draftedBy: string
  readonly draftedAt: Date
  readonly adoptedBy: string | null
  readonly adoptedAt: Date | null
  readonly resolution: Resolution | null
  /** For items that were warned of: why they were adopted. */
  readonly lintAnswers: readonly LintAnswer[]
}

export async function selectRuleSheet(
  db: Db,
  villageId: string,
  ruleSheetId: string,
): Promise<RuleSheetRow | null> {
  const row = await tables(db)
    .selectFrom('rule_sheet')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('rule_sheet_id', '=', ruleSheetId)
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** The adopted sheet with these bytes; null when there is none. */
export async function selectAdoptedByHash(
  db: Db,
  villageId: string,
  hash: string,
): Promise<RuleSheetRow | null> {
  const row = await tables(db)
    .selectFrom('rule_sheet')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('state', '=', 'adopted')
    .where('body_hash', '=', Buffer.from(hash, 'hex'))
    .orderBy('version')
    .executeTakeFirst()
  return row ? toRow(row) : null
}

export async function selectAdoptedSheets(db: Db, villageId: string): Promise<RuleSheetRow[]> {
  const rows = await tables(db)
    .selectFrom('rule_sheet')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('state', '=', 'adopted')
    .orderBy('version')
    .execute()
  return rows.map(toRow)
}

/** Of several that took effect, the latest; of those that took effect on one day, the last adopted. */
export async function selectSheetIdInForce(
  db: Db,
  villageId: string,
  day: string,
): Promise<string | null> {
  const { rows } = await sql<{ rule_sheet_id: string }>`
    SELECT rule_sheet_id FROM rule_sheet
    WHERE village_id = ${villageId} AND state = 'adopted' AND effective_from <= ${day}
    ORDER BY effective_from DESC, adopted_at DESC LIMIT 1`.execute(db)
  return rows[0]?.rule_sheet_id ?? null
}

/** The days on which adopted sheets take effect. */
export async function selectSheetStarts(db: Db, villageId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('rule_sheet')
    .distinct()
    .select('effective_from')
    .where('village_id', '=', villageId)
    .where('state', '=', 'adopted')
    .execute()
  return rows.flatMap((row) => (row.effective_from === null ? [] : [row.effective_from]))
}

/** All sheets of the village without their bodies, newest version first. */
export async function selectRuleSheets(
  db: Db,
  villageId: string,
): Promise<
  (Omit<RuleSheetRow, 'sheet' | 'resolution' | 'lintAnswers'> & { title: RuleSheet['title'] })[]
> {
  const rows = await tables(db)
    .selectFrom('rule_sheet')
    .select([
      'rule_sheet_id',
      'version',
      'body_hash',
      'state',
      'effective_from',
      'drafted_by',
      'drafted_at',
      'adopted_by',
      'adopted_at',
      sql<RuleSheet['title']>`body -> 'title'`.as('title'),
    ])
    .where('village_id', '=', villageId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    ruleSheetId: row.rule_sheet_id,
    version: row.version,
    hash: row.body_hash.toString('hex'),
    state: row.state,
    effectiveFrom: row.effective_from,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    adoptedBy: row.adopted_by,
    adoptedAt: row.adopted_at,
    title: row.title,
  }))
}

/** Serialises imports and adoptions of a village until the transaction ends. */
export async function lockRuleSheets(db: Db, villageId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`rule-sheets/${villageId}`}, 0))`.execute(
    db,
  )
}

export async function selectLastVersion(db: Db, villageId: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('rule_sheet')
    .select('version')
    .where('village_id', '=', villageId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function hasAdoptedSheet(db: Db, villageId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('rule_sheet')
    .select('rule_sheet_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'adopted')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertDraft(
  db: Db,
  villageId: string,
  row: Pick<
    RuleSheetRow,
    'ruleSheetId' | 'version' | 'sheet' | 'hash' | 'effectiveFrom' | 'draftedBy' | 'draftedAt'
  >,
): Promise<void> {
  await tables(db)
    .insertInto('rule_sheet')
    .values({
      village_id: villageId,
      rule_sheet_id: row.ruleSheetId,
      version: row.version,
      body: JSON.stringify(row.sheet),
      body_hash: Buffer.from(row.hash, 'hex'),
      state: 'draft',
      effective_from: row.effectiveFrom,
      drafted_by: row.draftedBy,
      drafted_at: row.draftedAt,
      adopted_by: null,
      adopted_at: null,
      resolution: null,
    })
    .execute()
}

export async function markAdopted(
  db: Db,
  villageId: string,
  row: {
    readonly ruleSheetId: string
    readonly sheet: RuleSheet
    readonly hash: string
    readonly effectiveFrom: string
    readonly adoptedBy: string
    readonly adoptedAt: Date
    readonly resolution: Resolution
    readonly lintAnswers: readonly LintAnswer[]
  },
): Promise<void> {
  await tables(db)
    .updateTable('rule_sheet')
    .set({
      body: JSON.stringify(row.sheet),
      body_hash: Buffer.from(row.hash, 'hex'),
      state: 'adopted',
      effective_from: row.effectiveFrom,
      adopted_by: row.adoptedBy,
      adopted_at: row.adoptedAt,
      resolution: JSON.stringify(row.resolution),
      lint_answers: JSON.stringify(row.lintAnswers),
    })
    .where('village_id', '=', villageId)
    .where('rule_sheet_id', '=', row.ruleSheetId)
    .where('state', '=', 'draft')
    .execute()
}

function toRow(row: {
  rule_sheet_id: string
  version: number
  body: RuleSheet
  body_hash: Buffer
  state: 'draft' | 'adopted'
  effective_from: string
  drafted_by: string
  drafted_at: Date
  adopted_by: string | null
  adopted_at: Date | null
  resolution: Resolution | null
  lint_answers: readonly LintAnswer[]
}): RuleSheetRow {
  return {
    ruleSheetId: row.rule_sheet_id,
    version: row.version,
    sheet: row.body,
    hash: row.body_hash.toString('hex'),
    state: row.state,
    effectiveFrom: row.effective_from,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    adoptedBy: row.adopted_by,
    adoptedAt: row.adopted_at,
    resolution: row.resolution,
    lintAnswers: row.lint_answers,
  }
}
