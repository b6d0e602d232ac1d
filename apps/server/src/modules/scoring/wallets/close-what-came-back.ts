import { closeWallet } from '@azalea/scoring'
import type { EventBus } from '../../../platform/events.ts'
import {
  dropPoints,
  lockWallets,
  noteInWeek,
  pointsCameBack,
  type PointsCameBack,
} from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import { changeClosed, selectClosedSince } from './closing.store.ts'

/**
 * Points that had left a wallet before its year was closed and come back after it are closed by the
 * same policy, so that nobody keeps points by reserving or buying over the day and giving back: of
 * what was reserved on the day what is still due, of what was spent by then as if it had stood in the
 * wallet. What the wallet owes is made up for first.
 */
export function closeWhatComesBack(events: EventBus<Tx>): void {
  events.on(pointsCameBack, async (tx, back) => {
    const { db, villageId } = tx
    const { householdId } = back
    // They are in it already; a closing that ran meanwhile was waited for.
    const wallets = await lockWallets(db, villageId, [householdId])
    const closed = await selectClosedSince(db, villageId, householdId, back.leftAt)
    if (closed === null) return
    const { closingId, baseHundredths, lateHundredths, takenHundredths } = closed
    const due = dueOf(back, closed)
    const inWallet = Math.max(0, wallets.get(householdId) ?? 0)
    const pointsHundredths = Math.min(due.pointsHundredths, inWallet)
    await changeClosed(
      db,
      villageId,
      { closingId, householdId },
      {
        base_hundredths: baseHundredths + (due.isLate ? 0 : back.pointsHundredths),
        late_hundredths: lateHundredths - (due.isLate ? due.pointsHundredths : 0),
        taken_hundredths: takenHundredths + pointsHundredths,
      },
    )
    if (pointsHundredths === 0) return
    const drop = { dropId: tx.newId(), householdId, pointsHundredths }
    await dropPoints(tx, [drop])
    noteInWeek(tx, drop)
  })
}

function dueOf(
  { pointsHundredths, spentAt }: PointsCameBack,
  closed: NonNullable<Awaited<ReturnType<typeof selectClosedSince>>>,
): { readonly isLate: boolean; readonly pointsHundredths: number } {
  const { baseHundredths, lateHundredths, closedAt, policy } = closed
  if (spentAt === null || spentAt > closedAt)
    return { isLate: true, pointsHundredths: Math.min(lateHundredths, pointsHundredths) }
  const droppedOf = (balance: number) => closeWallet(policy, balance).droppedHundredths
  const more = droppedOf(baseHundredths + pointsHundredths) - droppedOf(baseHundredths)
  return { isLate: false, pointsHundredths: more }
}
