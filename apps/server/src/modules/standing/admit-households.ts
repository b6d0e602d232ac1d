import type { Db } from '../../platform/database/database.ts'
import { readHouseholds } from '../community/index.ts'
import { readHonourPostings } from '../ledger/index.ts'
import { selectListedHouseholds, type ListedHousehold } from './household.store.ts'
import { takePendingOf, type PendingRow } from './pending.store.ts'
import type { Credit } from './tally.ts'

export interface Admission {
  readonly credits: readonly Credit[]
  /** What the boards now hold of the households concerned, where it changed. */
  readonly households: readonly ListedHousehold[]
  /** Households whose points so far go from one group to another. */
  readonly moved: ReadonlyMap<string, { fromGroupNo: number; toGroupNo: number }>
}

/** How a household that the taken rows name stands to the boards. */
interface Standing {
  readonly householdId: string
  readonly known: ListedHousehold | undefined
  readonly now: ListedHousehold
}

/**
 * Decides what taken rows mean for the boards. What was folded of a listed household is always its
 * honour in the ledger without what is pending; so one that left is taken off by exactly that, and
 * one that returns is put back from the ledger. A household that is not joined counts nowhere.
 * Needs one snapshot of pending rows and ledger: see lockForFolding.
 */
export async function admitHouseholds(
  db: Db,
  villageId: string,
  taken: readonly PendingRow[],
  beforeDay: string | null,
): Promise<Admission> {
  const standings = await readStandings(db, villageId, taken)
  const leaving = standings.filter(({ known, now }) => known?.listed === true && !now.listed)
  const returning = standings.filter(({ known, now }) => known?.listed === false && now.listed)
  const staying = standings.filter(({ known, now }) => known?.listed !== false && now.listed)
  const turning = [...leaving, ...returning].map(({ householdId }) => householdId)
  const dropped = await takePendingOf(db, villageId, beforeDay, turning)
  const honour = await readHonour(db, villageId, beforeDay, turning)
  const ofLeaving = creditsFor(leaving.map(({ known, now }) => known ?? now))
  const credits = [
    ...creditsFor(staying.map(({ now }) => now))(taken),
    ...creditsFor(returning.map(({ now }) => now))(honour),
    ...ofLeaving(honour).map(negated),
    ...ofLeaving([...taken, ...dropped]),
  ]
  return {
    credits,
    households: standings.filter(isChanged).map(({ now }) => now),
    moved: new Map(staying.flatMap(moveOf)),
  }
}

async function readStandings(
  db: Db,
  villageId: string,
  taken: readonly PendingRow[],
): Promise<Standing[]> {
  const householdIds = [...new Set(taken.map((row) => row.householdId))]
  const known = await selectListedHouseholds(db, villageId, householdIds)
  const briefs = await readHouseholds(db, villageId, householdIds)
  return householdIds.flatMap((householdId) => {
    const brief = briefs.get(householdId)
    if (!brief) return []
    const now = { householdId, groupNo: brief.groupNo, listed: brief.joined }
    return [{ householdId, known: known.get(householdId), now }]
  })
}

async function readHonour(
  db: Db,
  villageId: string,
  beforeDay: string | null,
  householdIds: readonly string[],
) {
  if (householdIds.length === 0) return []
  const postings = await readHonourPostings(db, villageId, householdIds)
  return postings.filter(({ postedOn }) => beforeDay === null || postedOn < beforeDay)
}

type Posting = Pick<PendingRow, 'householdId' | 'personId' | 'pointsHundredths' | 'postedOn'>

/** A function that makes credits of the postings of these households, and of no others. */
function creditsFor(households: readonly ListedHousehold[]) {
  const groups = new Map(households.map(({ householdId, groupNo }) => [householdId, groupNo]))
  return (postings: readonly Posting[]): Credit[] =>
    postings.flatMap(({ householdId, personId, pointsHundredths, postedOn }) => {
      const groupNo = groups.get(householdId)
      if (groupNo === undefined || personId === null) return []
      return [{ householdId, personId, groupNo, pointsHundredths, postings: 1, postedOn }]
    })
}

function negated(credit: Credit): Credit {
  return {
    ...credit,
    pointsHundredths: -credit.pointsHundredths,
    postings: -credit.postings,
  }
}

function isChanged({ known, now }: Standing): boolean {
  return known?.listed !== now.listed || known.groupNo !== now.groupNo
}

function moveOf({
  householdId,
  known,
  now,
}: Standing): [string, { fromGroupNo: number; toGroupNo: number }][] {
  if (!known || known.groupNo === now.groupNo) return []
  return [[householdId, { fromGroupNo: known.groupNo, toGroupNo: now.groupNo }]]
}
