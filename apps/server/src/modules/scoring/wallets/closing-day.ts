import { closesWalletsOn, type WalletPolicy } from '@azalea/scoring'
import { addCivilDays, canonicalJson } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { hasClosingDue } from './closing.store.ts'
import type { AdoptedSheet, Scoring } from '../rules/index.ts'

/** Nobody loses points that were not told so many days before. */
export const ANNOUNCED_DAYS_BEFORE = 30
const DAYS_OF_A_YEAR = 366

interface DueClosing {
  readonly dueOn: string
  readonly sheet: AdoptedSheet
  readonly policy: WalletPolicy
}

/** The next day, from one on and within so many, on which the sheet then in force ends the wallets' year. */
async function nextDue(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { from, within = DAYS_OF_A_YEAR }: { readonly from: string; readonly within?: number },
): Promise<DueClosing | null> {
  const days = Array.from({ length: within + 1 }, (_, no) => addCivilDays(from, no))
  const starts = await scoring.sheets.starts(db, villageId)
  let inForce = await scoring.sheets.inForceOn(db, villageId, from)
  for (const dueOn of days) {
    if (starts.includes(dueOn)) inForce = await scoring.sheets.inForceOn(db, villageId, dueOn)
    if (inForce === null) continue
    const policy = inForce.sheet.policies.wallet
    if (closesWalletsOn(policy, dueOn)) return { dueOn, sheet: inForce, policy }
  }
  return null
}

export interface PlannedClosing extends DueClosing {
  readonly closesOn: string
}

/**
 * The next end of the wallets' year that was not announced yet, if it is announced today (or, where
 * there is time, thirty days before); null where a sheet that is adopted already says otherwise by then.
 */
export async function nextPlanned(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { today, within }: { readonly today: string; readonly within?: number },
): Promise<PlannedClosing | null> {
  let due = await nextDue(db, scoring, villageId, { from: today, ...(within && { within }) })
  if (due !== null && (await hasClosingDue(db, villageId, due.dueOn))) {
    if (within !== undefined) return null
    due = await nextDue(db, scoring, villageId, { from: addCivilDays(due.dueOn, 1) })
  }
  if (due === null) return null
  const earliest = addCivilDays(today, ANNOUNCED_DAYS_BEFORE)
  const planned = { ...due, closesOn: due.dueOn < earliest ? earliest : due.dueOn }
  return (await isStillSo(db, scoring, villageId, planned)) ? planned : null
}

/** Whether the sheet in force on a day says of wallets what was announced. */
export async function isStillSo(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { closesOn, policy }: { readonly closesOn: string; readonly policy: WalletPolicy },
): Promise<boolean> {
  const inForce = await scoring.sheets.inForceOn(db, villageId, closesOn)
  return canonicalJson(inForce?.sheet.policies.wallet ?? null) === canonicalJson({ ...policy })
}
