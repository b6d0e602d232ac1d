import { walletGifted } from '@azalea/records'
import { formatHundredths } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import {
  holdHousehold,
  readHouseholds,
  readPeopleNames,
  requireJoinedMember,
} from '../../community/index.ts'
import { giftPoints, lockWallets } from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import { isClosingWallets, readSheetInForce } from '../../scoring/index.ts'
import type { ShopCommands } from '../shop/parts.ts'
import { notifyHolders } from '../turns/notify-holders.ts'
import { findReceiver, type NamedReceiver } from './find-receiver.ts'
import { insertGift, sumGiven, type Gift } from './gift.store.ts'
import { refuse } from './refusals.ts'

export interface GivePointsInput {
  readonly to: NamedReceiver
  readonly pointsHundredths: number
}

/**
 * Gives points of one's household to another, as far as the rule sheet in force allows it: nothing is
 * given while something is owed, and no more than is there.
 * @throws Refusal 'gifts_not_allowed', 'gift_above_limit', 'gift_while_owing', 'gift_beyond_wallet',
 *   'gift_while_closing', those of findReceiver and requireJoinedMember
 */
export async function givePoints(
  { act, scoring, secrets }: ShopCommands,
  actor: Actor,
  key: string,
  input: GivePointsInput,
): Promise<{ readonly giftId: string }> {
  const { to, pointsHundredths } = input
  const asked = { to: { ...to }, pointsHundredths }
  return act({ name: 'give-points', actor, key, input: asked }, async (tx) => {
    const { db, villageId } = tx
    const sheet = await readSheetInForce(db, scoring, villageId, civilDay(tx.now))
    const gifts = sheet?.sheet.policies.gifts
    if (gifts === undefined) throw refuse('gifts_not_allowed')
    const giver = await requireJoinedMember(tx, actor.personId, actor)
    const named = await findReceiver(tx, actor, to)
    const ids = [giver.householdId, named.householdId].toSorted()
    for (const householdId of ids) await holdHousehold(db, villageId, householdId)
    // Either may have left until then.
    await requireJoinedMember(tx, actor.personId, actor)
    const receiver = await requireJoinedMember(tx, named.personId, actor)
    const gift: Gift = {
      giftId: tx.newId(),
      fromHouseholdId: giver.householdId,
      toHouseholdId: receiver.householdId,
      pointsHundredths,
      givenBy: actor.personId,
      givenTo: named.personId,
      givenAt: tx.now,
    }
    const held = await lockWallets(db, villageId, ids)
    // From a wallet that is not closed yet into one that is, points would outlive their year.
    if (await isClosingWallets(db, villageId)) throw refuse('gift_while_closing')
    await requireGiveable(
      tx,
      gift,
      held.get(gift.fromHouseholdId) ?? 0,
      gifts.atMostHundredthsPerMonth,
    )
    await giftPoints(tx, gift)
    await insertGift(db, villageId, { ...gift, month: monthOf(tx.now) })
    const secret = await secrets.of(db, villageId)
    const { giftId } = gift
    tx.append(
      walletGifted({
        public: { gift: secret.pseudonym('gift', giftId) },
        parts: [
          {
            personId: gift.givenBy,
            payload: { giftId, pointsHundredths, toHousehold: gift.toHouseholdId },
          },
          {
            personId: gift.givenTo,
            payload: { giftId, pointsHundredths, fromHousehold: gift.fromHouseholdId },
          },
        ],
      }),
    )
    await notifyBoth(tx, gift, held.get(gift.toHouseholdId) ?? 0)
    return { giftId }
  })
}

/** The calendar month in which a gift counts, 'YYYY-MM'. */
export const monthOf = (at: Date) => civilDay(at).slice(0, 7)

async function requireGiveable(
  tx: Tx,
  { fromHouseholdId, pointsHundredths }: Gift,
  walletHundredths: number,
  mostHundredths: number,
): Promise<void> {
  if (walletHundredths < 0)
    throw refuse('gift_while_owing', { owed: formatHundredths(-walletHundredths) })
  const given = await sumGiven(tx.db, tx.villageId, fromHouseholdId, monthOf(tx.now))
  const left = Math.max(0, mostHundredths - given)
  if (pointsHundredths > left)
    throw refuse('gift_above_limit', {
      most: formatHundredths(mostHundredths),
      left: formatHundredths(left),
    })
  if (pointsHundredths > walletHundredths)
    throw refuse('gift_beyond_wallet', {
      points: formatHundredths(pointsHundredths),
      balance: formatHundredths(walletHundredths),
    })
}

/** All adults of both households are told, the receiver's also what of it makes up for a debt. */
async function notifyBoth(tx: Tx, gift: Gift, receiverHeld: number): Promise<void> {
  const { fromHouseholdId, toHouseholdId, givenBy, givenTo, pointsHundredths } = gift
  const names = await readPeopleNames(tx.db, tx.villageId, [givenBy, givenTo])
  const households = await readHouseholds(tx.db, tx.villageId, [fromHouseholdId, toHouseholdId])
  const nameOf = (personId: string) => names.get(personId) ?? null
  const params = {
    giftId: gift.giftId,
    pointsHundredths,
    byName: nameOf(givenBy),
    byGroup: households.get(fromHouseholdId)?.groupName ?? null,
    toName: nameOf(givenTo),
    toGroup: households.get(toHouseholdId)?.groupName ?? null,
  }
  // What they owe is the receiver's affair alone.
  const owedHundredths = Math.min(pointsHundredths, Math.max(0, -receiverHeld))
  await notifyHolders(tx, [
    { householdId: fromHouseholdId, personId: givenBy, kind: 'gift.given', params },
    {
      householdId: toHouseholdId,
      personId: givenTo,
      kind: 'gift.received',
      params: { ...params, owedHundredths },
    },
  ])
}
