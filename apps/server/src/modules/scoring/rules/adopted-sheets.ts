import type { RuleSheet } from '@azalea/scoring'
import type { Db } from '../../../platform/database/database.ts'
import type { Resolution } from '../ground/tables.ts'
import { sheetHash } from './sheet-hash.ts'
import {
  selectRuleSheet,
  selectSheetIdInForce,
  selectSheetStarts,
  type RuleSheetRow,
} from './rule-sheet.store.ts'

/** A rule sheet that a resolution adopted; it never changes again. */
export interface AdoptedSheet {
  readonly ruleSheetId: string
  readonly version: number
  /** SHA-256 of the sheet's canonical bytes, hexadecimal. */
  readonly hash: string
  /** The civil day from which deeds are judged by it. */
  readonly effectiveFrom: string
  readonly adoptedAt: Date
  readonly sheet: RuleSheet
  readonly resolution: Resolution
}

/** Adopted sheets, kept in memory once read: they are immutable. Which one is in force is asked anew. */
export class AdoptedSheets {
  readonly #known = new Map<string, AdoptedSheet>()

  /** The sheet in force on a civil day; null when there was none. */
  async inForceOn(db: Db, villageId: string, day: string): Promise<AdoptedSheet | null> {
    const ruleSheetId = await selectSheetIdInForce(db, villageId, day)
    return ruleSheetId === null ? null : this.byId(db, villageId, ruleSheetId)
  }

  /** The days on which sheets take effect. */
  starts(db: Db, villageId: string): Promise<string[]> {
    return selectSheetStarts(db, villageId)
  }

  /** @throws Error when the village has no such adopted sheet, or its bytes are not those of its hash */
  async byId(db: Db, villageId: string, ruleSheetId: string): Promise<AdoptedSheet> {
    const key = `${villageId} ${ruleSheetId}`
    const known = this.#known.get(key)
    if (known) return known
    const row = await selectRuleSheet(db, villageId, ruleSheetId)
    const adopted = row && asAdopted(row)
    if (!adopted) throw new Error(`village ${villageId} has adopted no sheet ${ruleSheetId}`)
    if (sheetHash(adopted.sheet) !== adopted.hash)
      throw new Error(`sheet ${ruleSheetId} of village ${villageId} is not the one adopted`)
    this.#known.set(key, adopted)
    return adopted
  }
}

/** A stored sheet as an adopted one; null for a draft. */
export function asAdopted(row: RuleSheetRow): AdoptedSheet | null {
  if (row.state !== 'adopted' || row.adoptedAt === null || row.resolution === null) return null
  const { ruleSheetId, version, hash, effectiveFrom, adoptedAt, sheet, resolution } = row
  return { ruleSheetId, version, hash, effectiveFrom, adoptedAt, sheet, resolution }
}
