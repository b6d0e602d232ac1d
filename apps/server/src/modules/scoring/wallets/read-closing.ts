import { closeWallet, type WalletPolicy } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readBalances, readHeld } from '../../ledger/index.ts'
import { toldPolicy } from './announce-closing.ts'
import { nextPlanned } from './closing-day.ts'
import { selectAhead, sumUncounted } from './closing.store.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

export type ClosingReaders = Pick<WalletParts, 'database' | 'clock' | 'scoring'>

/** The end of the wallets' year that is announced: for anybody. */
export async function readAnnouncedClosing({ database }: ClosingReaders, villageId: string) {
  return database.inVillage(villageId, async (db) => {
    const ahead = await selectAhead(db, villageId, { isLocked: false })
    return { closing: ahead && { ...presentClosing(ahead), isAnnounced: true } }
  })
}

/** Whether some wallets of the village are closed and others not yet: between them nothing may move. */
export async function isClosingWallets(db: Db, villageId: string): Promise<boolean> {
  const ahead = await selectAhead(db, villageId, { isLocked: false })
  return ahead !== null && ahead.closedThrough !== null
}

/** When my wallet's year ends, and what that would take of what is there today. */
export async function readOwnClosing(parts: ClosingReaders, { villageId, householdId }: Actor) {
  const { database, clock, scoring } = parts
  return database.inVillage(villageId, async (db) => {
    const ahead = await selectAhead(db, villageId, { isLocked: false })
    const next =
      ahead ?? (await nextPlanned(db, scoring, villageId, { today: civilDay(clock.now()) }))
    if (next === null || householdId === null) return { closing: null }
    const { walletHundredths } = await readBalances(db, villageId, householdId)
    const all = walletHundredths + (await readHeld(db, villageId, householdId))
    const uncounted = (await sumUncounted(db, villageId, [householdId])).get(householdId) ?? 0
    const countedHundredths = all - uncounted
    const { droppedHundredths } = closeWallet(next.policy, countedHundredths)
    const said = { ...presentClosing(next), isAnnounced: ahead !== null }
    const reckoned = {
      walletHundredths,
      heldHundredths: all - walletHundredths,
      uncountedHundredths: uncounted,
      countedHundredths,
      keptHundredths: all - droppedHundredths,
      droppedHundredths,
    }
    return { closing: { ...said, ...reckoned } }
  })
}

/** When a yearly close is and what it keeps. */
export const presentClosing = ({
  closesOn,
  policy,
}: {
  closesOn: string
  policy: WalletPolicy
}) => ({
  closesOn,
  ...toldPolicy(policy),
})
