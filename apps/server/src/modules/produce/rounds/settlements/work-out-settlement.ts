import { growerSum, type GrowerSum } from '@azalea/produce-rules'
import { canonicalJson } from '@azalea/text'
import type { Db } from '../../../../platform/database/database.ts'
import { readHouseholds, type HouseholdBrief } from '../../../community/index.ts'
import { selectPayoutAccounts, type PayoutAccount } from '../../../money/index.ts'
import { selectTerms, type BuyingRound, type RoundTerms } from '../rounds/round.store.ts'
import { selectWeighIns, type WeighIn } from '../weigh-ins/weigh-in.store.ts'
import { sha256 } from './grower-statement.ts'
import { sumCarried, sumSettled } from './settlement.store.ts'

/** What one grower's statement tells. */
export interface GrowerLine {
  readonly household: HouseholdBrief
  /** Null: paid in cash. */
  readonly account: PayoutAccount | null
  readonly weighIns: readonly WeighIn[]
  readonly sum: GrowerSum
  /** What earlier statements of the round told. */
  readonly settledFen: number
  readonly netFen: number
  readonly carriedFen: number
  readonly paidFen: number
}

export interface RoundWorth {
  readonly terms: RoundTerms
  readonly lines: readonly GrowerLine[]
  /** All that counts in the round. */
  readonly weighIns: readonly WeighIn[]
  readonly netFen: number
  readonly paidFen: number
  readonly termsHash: Buffer
}

/**
 * What a round is worth to each grower by what counts in it now, less what was told before: in the first
 * settlement everybody's, later only what changed. Whoever was given too much before makes up for it.
 */
export async function workOutSettlement(
  db: Db,
  villageId: string,
  round: BuyingRound,
): Promise<RoundWorth> {
  const { roundId, priceUnit } = round
  const terms = await selectTerms(db, villageId, roundId)
  const all = await selectWeighIns(db, villageId, roundId)
  const weighIns = all.filter(
    ({ outcome, voidedAt }) => outcome === 'accepted' && voidedAt === null,
  )
  const settled = await sumSettled(db, villageId, roundId)
  const ofHousehold = byHousehold(weighIns)
  const ids = [...new Set([...ofHousehold.keys(), ...settled.keys()])].toSorted()
  const carried = await sumCarried(db, villageId, ids)
  const households = await readHouseholds(db, villageId, ids)
  const accounts = await selectPayoutAccounts(db, villageId, 'household', ids)
  const lines = ids.flatMap((householdId): GrowerLine[] => {
    const household = households.get(householdId)
    if (household === undefined) throw new Error(`no household ${householdId}`)
    const own = ofHousehold.get(householdId) ?? []
    const sum = growerSum(own, terms.grades, priceUnit, terms.deductions)
    const settledFen = settled.get(householdId) ?? 0
    const netFen = sum.netFen - settledFen
    if (netFen === 0 && settled.has(householdId)) return []
    const carriedFen = carried.get(householdId) ?? 0
    const paidFen = Math.max(0, netFen + carriedFen)
    const account = accounts.get(householdId) ?? null
    return [{ household, account, weighIns: own, sum, settledFen, netFen, carriedFen, paidFen }]
  })
  const termsHash = hashOf(roundId, lines)
  const netFen = lines.reduce((total, line) => total + line.netFen, 0)
  const paidFen = lines.reduce((total, line) => total + line.paidFen, 0)
  return { terms, lines, weighIns, netFen, paidFen, termsHash }
}

/** Of whom how much and where to. */
function hashOf(roundId: string, lines: readonly GrowerLine[]): Buffer {
  const told = lines.map(({ household, account, weighIns, netFen, paidFen }) => ({
    householdId: household.householdId,
    account: account === null ? null : { ...account },
    weighIns: weighIns.map(({ weighInId }) => weighInId),
    netFen,
    paidFen,
  }))
  return sha256(canonicalJson({ roundId, lines: told }))
}

function byHousehold(weighIns: readonly WeighIn[]): ReadonlyMap<string, readonly WeighIn[]> {
  const found = new Map<string, WeighIn[]>()
  for (const one of weighIns) {
    const own = found.get(one.householdId)
    if (own === undefined) found.set(one.householdId, [one])
    else own.push(one)
  }
  return found
}
