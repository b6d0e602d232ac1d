import { sharePool, yearEndBytes, type YearEndTerms } from '@azalea/scoring/sharing'
import { addCivilDays } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import {
  readHouseholds,
  selectRosterHouseholds,
  type HouseholdBrief,
} from '../../community/index.ts'
import type { VillageSecret } from '../../record/index.ts'
import { readStatement } from '../../scoring/index.ts'
import { sha256Text } from '../sha256-text.ts'
import type { ShareLine } from './year-end.store.ts'

/** A household's share with who it is. */
export interface NamedShare extends ShareLine {
  readonly household: HouseholdBrief
}

export interface WorkedOut {
  /** In the order of the sheet: by group and house. */
  readonly lines: readonly NamedShare[]
  readonly totalHundredths: number
  /** SHA-256 of the list of shares under the names of the log, hexadecimal. */
  readonly hash: string
}

/**
 * The shares of all households that had joined at the statement `through`, by the honour that it
 * tells less that of `before`: whoever reads the log comes to the same.
 */
export async function workOutShares(
  db: Db,
  villageId: string,
  secret: VillageSecret,
  { yearEndId, ...terms }: Omit<YearEndTerms, 'yearEnd'> & { readonly yearEndId: string },
): Promise<WorkedOut> {
  const through = await statementOf(db, villageId, terms.through)
  const before = terms.before === null ? null : await statementOf(db, villageId, terms.before)
  const pool = sharePool(
    terms.poolFen,
    [...through.joined].map((household) => ({
      household,
      pointsHundredths:
        (through.honourHundredths.get(household) ?? 0) -
        (before?.honourHundredths.get(household) ?? 0),
    })),
  )
  const yearEnd = secret.pseudonym('yearEnd', yearEndId)
  const bytes = yearEndBytes({ ...terms, yearEnd }, pool)
  const roster = await selectRosterHouseholds(db, villageId)
  const byName = new Map<string, string>(
    roster.map(({ householdId }) => [secret.pseudonym('household', householdId), householdId]),
  )
  const shares = pool.shares.map(({ household, ...share }) => {
    const householdId = byName.get(household)
    if (householdId === undefined) throw new Error(`the statement names no household ${household}`)
    return { ...share, householdId }
  })
  const named = await readHouseholds(
    db,
    villageId,
    shares.map(({ householdId }) => householdId),
  )
  const lines = shares
    .map((share) => {
      const household = named.get(share.householdId)
      if (household === undefined) throw new Error(`no household ${share.householdId}`)
      return { ...share, household }
    })
    .toSorted((a, b) => byPlace(a.household, b.household))
    .map((share, at) => ({ ...share, no: at + 1 }))
  const hash = sha256Text(bytes)
  return { lines, totalHundredths: pool.totalHundredths, hash }
}

async function statementOf(db: Db, villageId: string, day: string) {
  const statement = await readStatement(db, villageId, addCivilDays(day, 1))
  if (statement?.day !== day) throw new Error(`the statement of ${day} is missing`)
  return statement
}

const houses = new Intl.Collator('zh', { numeric: true })

function byPlace(a: HouseholdBrief, b: HouseholdBrief): number {
  return (
    a.groupNo - b.groupNo ||
    houses.compare(a.houseNo, b.houseNo) ||
    (a.householdId < b.householdId ? -1 : 1)
  )
}
