import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHouseholds, readPeopleNames } from '../../community/index.ts'
import { readBalances } from '../../ledger/index.ts'
import { readSheetInForce } from '../../scoring/index.ts'
import type { ShopReaders } from '../shop/parts.ts'
import { selectGiftsOf, sumGiven } from './gift.store.ts'
import { monthOf } from './give-points.ts'

const MOST_LINES = 100

/** What my household may give this month, and what it gave and was given. */
export async function readGifts({ database, clock, scoring }: ShopReaders, actor: Actor) {
  const { villageId, householdId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const sheet = await readSheetInForce(db, scoring, villageId, civilDay(now))
    const most = sheet?.sheet.policies.gifts?.atMostHundredthsPerMonth ?? null
    if (householdId === null)
      return { mostHundredthsPerMonth: most, leftHundredths: 0, walletHundredths: 0, gifts: [] }
    const given = await sumGiven(db, villageId, householdId, monthOf(now))
    const { walletHundredths } = await readBalances(db, villageId, householdId)
    return {
      mostHundredthsPerMonth: most,
      leftHundredths: Math.max(0, (most ?? 0) - given),
      walletHundredths,
      gifts: await readGiftsOf(db, { villageId, householdId }, MOST_LINES),
    }
  })
}

/** What a household gave and was given, newest first, as it is shown to it. */
export async function readGiftsOf(
  db: Db,
  { villageId, householdId }: { readonly villageId: string; readonly householdId: string },
  limit: number,
) {
  const gifts = await selectGiftsOf(db, villageId, householdId, limit)
  const people = gifts.flatMap(({ givenBy, givenTo }) => [givenBy, givenTo])
  const names = await readPeopleNames(db, villageId, [...new Set(people)])
  const ids = gifts.flatMap(({ fromHouseholdId, toHouseholdId }) => [
    fromHouseholdId,
    toHouseholdId,
  ])
  const households = await readHouseholds(db, villageId, [...new Set(ids)])
  return gifts.map((gift) => {
    const isGiven = gift.fromHouseholdId === householdId
    const otherId = isGiven ? gift.toHouseholdId : gift.fromHouseholdId
    return {
      giftId: gift.giftId,
      direction: isGiven ? ('given' as const) : ('received' as const),
      pointsHundredths: gift.pointsHundredths,
      givenAt: gift.givenAt.toISOString(),
      byName: names.get(gift.givenBy) ?? null,
      otherName: names.get(isGiven ? gift.givenTo : gift.givenBy) ?? null,
      otherGroupName: households.get(otherId)?.groupName ?? null,
    }
  })
}
