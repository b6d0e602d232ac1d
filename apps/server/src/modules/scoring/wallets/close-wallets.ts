import { walletClosed, walletClosingEnded } from '@azalea/records'
import { closeWallet, type WalletPolicy } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import { readAdultsOf, selectJoinedBefore, sendMessages } from '../../community/index.ts'
import {
  dropPoints,
  lockWallets,
  noteInWeek,
  selectWallets,
  takeUntold,
  type Untold,
} from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import { lockHouseholds } from '../awards/index.ts'
import type { Scoring } from '../rules/index.ts'
import { isStillSo } from './closing-day.ts'
import {
  changeClosing,
  insertClosed,
  selectAhead,
  sumClosed,
  sumUncounted,
  type ClosedWallet,
  type Closing,
} from './closing.store.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

const HOUSEHOLDS_A_COMMAND = 200

/**
 * Ends the wallets' year on the day that was announced: each wallet keeps what the sheet says of what
 * the log holds for it; honour is never touched, and what is reserved stays reserved. In batches, each
 * a command of its own that says through which household it came: who is killed between two is
 * followed by the next run, and running it twice, or on two servers, changes nothing more.
 * @returns how many wallets were closed
 */
export async function closeWallets(parts: WalletParts, villageId: string): Promise<number> {
  for (let closed = 0; ;) {
    const batch = await closeBatch(parts, villageId)
    closed += batch.closed
    if (batch.isOver) return closed
  }
}

async function closeBatch(
  { act, database, clock, newId, scoring }: WalletParts,
  villageId: string,
): Promise<{ closed: number; isOver: boolean }> {
  const nothing = { closed: 0, isOver: true }
  const isDue = (closing: Closing | null, now: Date): closing is Closing =>
    closing !== null && closing.closesOn <= civilDay(now)
  const ahead = await database.inVillage(villageId, (db) =>
    selectAhead(db, villageId, { isLocked: false }),
  )
  if (!isDue(ahead, clock.now())) return nothing
  const actor = systemActor(villageId)
  return act({ name: 'close-wallets', actor, key: newId(), input: null }, async (tx) => {
    // Its row makes two servers take turns.
    const closing = await selectAhead(tx.db, villageId, { isLocked: true })
    if (!isDue(closing, tx.now)) return nothing
    const hasBegun = closing.closedThrough !== null
    if (!hasBegun && !(await isStillSo(tx.db, scoring, villageId, closing))) return nothing
    const ids = await selectWallets(tx.db, villageId, closing.closedThrough, HOUSEHOLDS_A_COMMAND)
    const last = ids.at(-1)
    if (last === undefined) {
      await endClosing(tx, closing)
      return nothing
    }
    await closeThese(tx, scoring, closing, ids)
    await changeClosing(tx.db, villageId, closing.closingId, { closed_through: last })
    return { closed: ids.length, isOver: false }
  })
}

async function endClosing(tx: Tx, { closingId, closesOn }: Closing): Promise<void> {
  const ended = { state: 'closed', ended_at: tx.now } as const
  await changeClosing(tx.db, tx.villageId, closingId, ended)
  const sums = await sumClosed(tx.db, tx.villageId, closingId)
  tx.append(walletClosingEnded({ public: { closesOn, ...sums }, parts: [] }))
}

interface Wallet extends Untold {
  readonly heldInWallet: number
  readonly uncountedHundredths: number
}

async function closeThese(
  tx: Tx,
  scoring: Scoring,
  { closingId, closesOn, policy }: Closing,
  householdIds: readonly string[],
): Promise<void> {
  const { db, villageId } = tx
  await lockHouseholds(db, villageId, householdIds)
  const wallets = await lockWallets(db, villageId, householdIds)
  const uncounted = await sumUncounted(db, villageId, householdIds)
  const untold = await takeUntold(db, villageId, householdIds, tx.now)
  const secret = await scoring.secrets.of(db, villageId)
  const closed: ClosedWallet[] = []
  for (const householdId of householdIds) {
    const wallet: Wallet = {
      heldHundredths: 0,
      spentHundredths: 0,
      ...untold.get(householdId),
      heldInWallet: wallets.get(householdId) ?? 0,
      uncountedHundredths: uncounted.get(householdId) ?? 0,
    }
    const one = { closingId, householdId, ...closedOf(policy, wallet) }
    closed.push(one)
    const told = {
      household: secret.pseudonym('household', householdId),
      closesOn,
      spentHundredths: wallet.spentHundredths,
      balanceHundredths: one.baseHundredths,
      droppedHundredths: one.droppedHundredths,
    }
    tx.append(walletClosed({ public: told, parts: [] }))
  }
  await insertClosed(db, villageId, tx.now, closed)
  const drops = closed.map(({ householdId, takenHundredths: pointsHundredths }) => ({
    dropId: tx.newId(),
    householdId,
    pointsHundredths,
  }))
  await dropPoints(
    tx,
    drops.filter(({ pointsHundredths }) => pointsHundredths > 0),
  )
  // Told as gone above, it is still reserved: the week's sum takes it back.
  for (const { householdId, lateHundredths } of closed)
    if (lateHundredths > 0)
      noteInWeek(tx, { dropId: tx.newId(), householdId, pointsHundredths: -lateHundredths })
  await notify(tx, closed, closesOn)
}

/**
 * By the policy of what the log holds: with what is reserved, without what waits to be counted. It is
 * taken as far as it is in the wallet; the rest is due of what is reserved, if that comes back.
 */
function closedOf(policy: WalletPolicy, wallet: Wallet) {
  const free = wallet.heldInWallet - wallet.uncountedHundredths
  const baseHundredths = free + wallet.heldHundredths
  const { droppedHundredths } = closeWallet(policy, baseHundredths)
  const takenHundredths = Math.min(droppedHundredths, Math.max(0, free))
  const lateHundredths = droppedHundredths - takenHundredths
  return { baseHundredths, droppedHundredths, takenHundredths, lateHundredths }
}

/** Whoever lost points is told how many, and what is left. */
async function notify(tx: Tx, closed: readonly ClosedWallet[], closesOn: string): Promise<void> {
  const joined = await selectJoinedBefore(tx.db, tx.villageId, tx.now)
  const lost = closed.filter(
    ({ householdId, takenHundredths }) => takenHundredths > 0 && joined.has(householdId),
  )
  const ids = lost.map(({ householdId }) => householdId)
  const year = Number(civilDay(tx.now).slice(0, 4))
  const adults = await readAdultsOf(tx.db, tx.villageId, ids, year)
  await sendMessages(
    tx,
    lost.flatMap(({ householdId, takenHundredths }) =>
      (adults.get(householdId) ?? []).map((personId) => ({
        personId,
        kind: 'wallet.closed',
        params: { closesOn, droppedHundredths: takenHundredths },
      })),
    ),
  )
}
