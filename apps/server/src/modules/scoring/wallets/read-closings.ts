import { closeWallet } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import { maskName, readHouseholds } from '../../community/index.ts'
import { readWallets } from '../../ledger/index.ts'
import { refuse } from '../ground/refusals.ts'
import { nextPlanned } from './closing-day.ts'
import { selectClosed, selectClosings, sumUncounted, type Closing } from './closing.store.ts'
import { presentClosing, type ClosingReaders } from './read-closing.ts'

interface WalletLine {
  readonly householdId: string
  /** What the sheet keeps its part of. */
  readonly countedHundredths: number
  readonly droppedHundredths: number
}

/** Every yearly close of the village's wallets, the newest first, and the next day that the sheet names. */
export async function readClosings(
  { database, clock, scoring }: ClosingReaders,
  { villageId }: Actor,
) {
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const closings = await selectClosings(db, villageId)
    const isAhead = closings.some(({ state }) => state === 'announced')
    const next = isAhead ? null : await nextPlanned(db, scoring, villageId, { today })
    const wallets = (await readWallets(db, villageId)).length
    const items = []
    for (const closing of closings) items.push(await presentOne(db, villageId, closing, wallets))
    return { items, planned: next && { ...presentClosing(next), isAnnounced: false } }
  })
}

async function presentOne(db: Db, villageId: string, closing: Closing, wallets: number) {
  const { closingId, dueOn, state, announcedAt, endedAt, isTold, closedThrough } = closing
  const isBegun = closedThrough !== null
  const lines = state === 'called_off' ? [] : await linesOf(db, villageId, closing)
  return {
    ...presentClosing(closing),
    isAnnounced: true,
    closingId,
    dueOn,
    state: state === 'announced' && isBegun ? ('closing' as const) : state,
    announcedAt: announcedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    isTold,
    isEstimate: state === 'announced' && !isBegun,
    wallets: state === 'closed' ? lines.length : wallets,
    closedWallets: isBegun ? lines.length : 0,
    losingWallets: lines.filter(({ droppedHundredths }) => droppedHundredths > 0).length,
    droppedHundredths: lines.reduce((sum, one) => sum + one.droppedHundredths, 0),
  }
}

/**
 * What a yearly close takes of each wallet, the most first, with masked names: as it would be today
 * until it begins, then as it was.
 * @throws Refusal 'unknown_wallet_closing', 'invalid_cursor'
 */
export async function readClosingWallets(
  { database }: Pick<ClosingReaders, 'database'>,
  { villageId }: Actor,
  closingId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const list = `wallet closing ${closingId}`
  const after = decodeCursor(list, cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.inVillage(villageId, async (db) => {
    const closings = await selectClosings(db, villageId)
    const closing = closings.find((one) => one.closingId === closingId)
    if (closing === undefined) throw refuse('unknown_wallet_closing')
    const all = (await linesOf(db, villageId, closing)).toSorted(mostFirst)
    const numbered = all.map((line, at) => ({ ...line, no: at + 1 }))
    const page = numbered.slice(after, after + limit + 1)
    const { shown, nextCursor } = cutPage(list, page, limit, ({ no }) => [no])
    const ids = shown.map(({ householdId }) => householdId)
    const households = await readHouseholds(db, villageId, ids)
    return {
      lines: shown.map(({ no, householdId, countedHundredths, droppedHundredths }) => {
        const household = households.get(householdId)
        const name = household?.headName ?? null
        const isOpen = household?.headPublishesName ?? false
        return {
          no,
          name: name === null || isOpen ? name : maskName(name),
          groupName: household?.groupName ?? null,
          countedHundredths,
          droppedHundredths,
          keptHundredths: countedHundredths - droppedHundredths,
        }
      }),
      nextCursor,
    }
  })
}

const mostFirst = (one: WalletLine, other: WalletLine): number =>
  other.droppedHundredths - one.droppedHundredths ||
  other.countedHundredths - one.countedHundredths ||
  (one.householdId < other.householdId ? -1 : 1)

async function linesOf(db: Db, villageId: string, closing: Closing): Promise<WalletLine[]> {
  const { closingId, state, closedThrough, policy } = closing
  if (state === 'called_off') return []
  if (closedThrough !== null || state === 'closed')
    return (await selectClosed(db, villageId, closingId)).map(
      ({ householdId, baseHundredths, droppedHundredths }) => ({
        householdId,
        countedHundredths: baseHundredths,
        droppedHundredths,
      }),
    )
  const wallets = await readWallets(db, villageId)
  const ids = wallets.map(({ householdId }) => householdId)
  const uncounted = await sumUncounted(db, villageId, ids)
  return wallets.map(({ householdId, walletHundredths, heldHundredths }) => {
    const countedHundredths = walletHundredths + heldHundredths - (uncounted.get(householdId) ?? 0)
    const { droppedHundredths } = closeWallet(policy, countedHundredths)
    return { householdId, countedHundredths, droppedHundredths }
  })
}
