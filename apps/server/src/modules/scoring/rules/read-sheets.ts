import { wordsIn } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { ScoringParts } from './parts.ts'
import { refuse } from '../ground/refusals.ts'
import { asAdopted, type AdoptedSheet } from './adopted-sheets.ts'
import { findingsOf } from './lint-answers.ts'
import { selectAdoptedByHash, selectRuleSheet, selectRuleSheets } from './rule-sheet.store.ts'
import { writeWorkbook } from './write-workbook.ts'

/**
 * The sheet in force today, as anyone may read it.
 * @throws Refusal 'no_rule_sheet'
 */
export async function readCurrentSheet(
  { database, clock, scoring }: Pick<ScoringParts, 'database' | 'clock' | 'scoring'>,
  villageId: string,
) {
  const today = civilDay(clock.now())
  const sheet = await database.inVillage(villageId, (db) =>
    scoring.sheets.inForceOn(db, villageId, today),
  )
  if (sheet === null) throw refuse('no_rule_sheet', { day: today })
  return presentAdopted(sheet)
}

/**
 * An adopted sheet by its hash, as records of the log name it.
 * @throws Refusal 'unknown_rule_sheet'
 */
export async function readSheetByHash(
  { database }: Pick<ScoringParts, 'database'>,
  villageId: string,
  hash: string,
) {
  const row = await database.inVillage(villageId, (db) => selectAdoptedByHash(db, villageId, hash))
  const sheet = row && asAdopted(row)
  if (!sheet) throw refuse('unknown_rule_sheet')
  return presentAdopted(sheet)
}

/** All sheets of the village, newest version first; they are few. */
export async function readSheets(
  { database }: Pick<ScoringParts, 'database'>,
  { villageId, personId }: Actor,
  language: Language,
) {
  const rows = await database.inVillage(villageId, (db) => selectRuleSheets(db, villageId))
  return {
    items: rows.map(
      ({ ruleSheetId, version, state, effectiveFrom, adoptedAt, title, draftedBy }) => ({
        ruleSheetId,
        version,
        state,
        effectiveFrom,
        adoptedAt: adoptedAt?.toISOString() ?? null,
        title: wordsIn(title, language),
        draftedByMe: draftedBy === personId,
      }),
    ),
  }
}

/** @throws Refusal 'unknown_rule_sheet' */
export async function readSheet(
  { database }: Pick<ScoringParts, 'database'>,
  { villageId, personId }: Actor,
  ruleSheetId: string,
) {
  const row = await database.inVillage(villageId, (db) =>
    selectRuleSheet(db, villageId, ruleSheetId),
  )
  if (row === null) throw refuse('unknown_rule_sheet')
  const { version, state, effectiveFrom, adoptedAt, hash, sheet, resolution, draftedBy } = row
  return {
    ruleSheetId,
    version,
    state,
    effectiveFrom,
    adoptedAt: adoptedAt?.toISOString() ?? null,
    hash,
    sheet: { ...sheet },
    resolution,
    draftedByMe: draftedBy === personId,
    findings: findingsOf(sheet),
    lintAnswers: [...row.lintAnswers],
  }
}

/**
 * A sheet as a workbook that can be edited and imported again.
 * @throws Refusal 'unknown_rule_sheet'
 */
export async function exportSheet(
  { database }: Pick<ScoringParts, 'database'>,
  { villageId }: Actor,
  ruleSheetId: string,
): Promise<Buffer> {
  const row = await database.inVillage(villageId, (db) =>
    selectRuleSheet(db, villageId, ruleSheetId),
  )
  if (row === null) throw refuse('unknown_rule_sheet')
  return Buffer.from(await writeWorkbook(row.sheet))
}

function presentAdopted(adopted: AdoptedSheet) {
  const { ruleSheetId, version, effectiveFrom, hash, sheet, resolution } = adopted
  return { ruleSheetId, version, effectiveFrom, hash, sheet: { ...sheet }, resolution }
}
