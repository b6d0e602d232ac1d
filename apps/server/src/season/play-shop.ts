import { addCivilDays } from '@azalea/text'
import {
  announceOpening,
  chooseBudget,
  countLot,
  enterLot,
  handOverGoods,
  lapseReservations,
  reserveGoods,
  returnGoods,
  shopCode,
  signCount,
  signHandOver,
} from '../modules/benefits/index.ts'
import { openBudget } from '../modules/money/index.ts'
import { countSpending } from '../modules/scoring/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { lastDayNo } from './play-activities.ts'
import { SeededChance } from './random.ts'
import { atHour, minutesLater, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

const CHANCE_SEED = 11
const STOCKED_ON_DAY = 15
const FIRST_MARKET_DAY = 20
const MARKET_EVERY_DAYS = 14
const BUYERS_A_MARKET = 14
const MOST_FEN = 2_000_000

/** Goods of the sheet as the village bought them. */
const lots = [
  { goodRef: 'r182', quantity: 48, unitCostFen: 1250, keepsDays: null },
  { goodRef: 'r183', quantity: 36, unitCostFen: 1680, keepsDays: 150 },
  { goodRef: 'r184', quantity: 60, unitCostFen: 990, keepsDays: null },
  { goodRef: 'r186', quantity: 12, unitCostFen: 2600, keepsDays: null },
] as const

interface Shop {
  /** By good: filled when the goods come in. */
  readonly lotIds: Map<string, string>
  readonly chance: SeededChance
}

/**
 * A points shop: its budget voted, goods taken in, a market every two weeks; some come to fetch what
 * they reserved, some do not, one gives something back, a count finds a broken bottle.
 */
export function playShop(stage: Stage): void {
  const shop: Shop = { lotIds: new Map(), chance: new SeededChance(CHANCE_SEED) }
  const last = lastDayNo(stage)
  stockShop(stage, shop)
  for (let day = FIRST_MARKET_DAY; day < last; day += MARKET_EVERY_DAYS)
    playMarket(stage, shop, day)
  playTodaysMarket(stage, shop)
  playCount(stage, shop)
  for (let day = FIRST_MARKET_DAY; day <= last; day++) keepShop(stage, day)
}

function stockShop(stage: Stage, { lotIds }: Shop): void {
  const { doors, firstDay } = stage
  const manager = committeeOf(stage, 0).actor
  const vote = {
    date: addCivilDays(firstDay, 12),
    eligible: 520,
    present: 402,
    for: 371,
    against: 9,
  }
  schedule(stage, atHour(stage, STOCKED_ON_DAY, 10), async () => {
    const { budgetId } = await openBudget(doors, manager, 'season-shop-budget', {
      nameZh: '积分超市',
      nameEn: 'Points shop',
      mostFen: MOST_FEN,
      resolution: { number: '村决〔2026〕3 号', what: '积分超市一年最多两万元', ...vote },
    })
    await chooseBudget(doors, manager, 'season-shop-choose', { budgetId })
    for (const { goodRef, quantity, unitCostFen, keepsDays } of lots) {
      const expiresOn = keepsDays === null ? null : addCivilDays(firstDay, keepsDays)
      const lot = { goodRef, quantity, unitCostFen, expiresOn }
      const { lotId } = await enterLot(doors, manager, `season-shop-lot-${goodRef}`, lot)
      lotIds.set(goodRef, lotId)
    }
  })
}

/** A morning on which the shop is open; people reserve on the evening before. */
function playMarket(stage: Stage, { chance }: Shop, day: number): void {
  const opensAt = atHour(stage, day, 9)
  announce(stage, day, opensAt, minutesLater(opensAt, 120))
  for (let no = 0; no < BUYERS_A_MARKET; no++) {
    const buyer = chance.pick(stage.cast.villagers)
    const { goodRef } = chance.pick(lots)
    const name = `season-shop-${day}-${no}`
    const isFetched = chance.happens(0.85)
    const isReturned = no === 0
    schedule(stage, minutesLater(atHour(stage, day - 1, 18), no), async () => {
      const purchaseId = await reserve(stage, name, buyer, goodRef)
      if (purchaseId === null || !isFetched) return
      const at = minutesLater(opensAt, 10 + no)
      playFetching(stage, { name, buyer, purchaseId, at, isReturned })
    })
  }
}

/** Today the shop is open: something waits for its second signature, something to be fetched. */
function playTodaysMarket(stage: Stage, { chance }: Shop): void {
  const { now } = stage
  const day = lastDayNo(stage)
  announce(stage, day, minutesLater(now, -60), minutesLater(now, 240))
  for (const [no, buyer] of chance.shuffled(stage.cast.villagers).slice(0, 12).entries()) {
    const name = `season-shop-today-${no}`
    schedule(stage, minutesLater(now, -50 + no), async () => {
      const purchaseId = await reserve(stage, name, buyer, 'r182')
      if (purchaseId !== null && no % 3 === 0)
        schedule(stage, minutesLater(now, -20 + no), () =>
          handOver(stage, name, buyer, purchaseId, keepersFor(stage, buyer)[0]),
        )
    })
  }
}

function announce(stage: Stage, day: number, opensAt: Date, closesAt: Date): void {
  const manager = committeeOf(stage, 0).actor
  const key = `season-shop-opening-${day}`
  schedule(stage, minutesLater(opensAt, -3 * 24 * 60), async () => {
    await announceOpening(stage.doors, manager, key, { opensAt, closesAt })
  })
}

/** Null where the household has too few points, as happens. */
async function reserve(
  { doors }: Stage,
  name: string,
  buyer: Player,
  goodRef: string,
): Promise<string | null> {
  try {
    const input = { goodRef, quantity: 1 }
    return (await reserveGoods(doors, buyer.actor, `${name}-reserve`, input)).purchaseId
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

interface Fetching {
  readonly name: string
  readonly buyer: Player
  readonly purchaseId: string
  readonly at: Date
  readonly isReturned: boolean
}

function playFetching(stage: Stage, { name, buyer, purchaseId, at, isReturned }: Fetching): void {
  const [first, second] = keepersFor(stage, buyer)
  const { doors } = stage
  schedule(stage, at, () => handOver(stage, name, buyer, purchaseId, first))
  schedule(stage, minutesLater(at, 5), async () => {
    const input = { purchaseId, agrees: true }
    await signHandOver(doors, second.actor, `${name}-sign`, input)
  })
  if (!isReturned) return
  schedule(stage, minutesLater(at, 2 * 24 * 60), async () => {
    const code = await shopCode(doors, buyer.actor)
    const input = { code, purchaseId, quantity: 1 }
    await returnGoods(doors, first.actor, `${name}-return`, input)
  })
}

async function handOver(
  { doors }: Stage,
  name: string,
  buyer: Player,
  purchaseId: string,
  keeper: Player,
): Promise<void> {
  const code = await shopCode(doors, buyer.actor)
  const input = { code, purchaseIds: [purchaseId] }
  await handOverGoods(doors, keeper.actor, `${name}-hand-over`, input)
}

/** A bottle broke on the day the goods came: counted by one household, signed by another. */
function playCount(stage: Stage, { lotIds }: Shop): void {
  const { doors } = stage
  const counter = committeeOf(stage, 1)
  schedule(stage, atHour(stage, STOCKED_ON_DAY, 15), async () => {
    const [{ goodRef, quantity }] = lots
    const lotId = lotIds.get(goodRef)
    if (lotId === undefined) return
    const input = { lotId, countedQuantity: quantity - 1, why: 'spoiled' as const }
    const words = '搬货时摔破了一瓶，瓶子在柜台下面。'
    const { moveId } = await countLot(doors, counter.actor, 'season-shop-count', {
      ...input,
      words,
    })
    if (moveId === null) return
    const signer = otherHousehold(stage.cast.committee, counter.householdId)
    await signCount(doors, signer.actor, 'season-shop-count-sign', { moveId, agrees: true })
  })
}

/** What the clock asks: reservations that nobody fetched, and last week's sums for the log. */
function keepShop(stage: Stage, day: number): void {
  const { doors, villageId } = stage
  const night = atHour(stage, day, 0.25)
  schedule(stage, night, () => lapseReservations(doors, villageId))
  schedule(stage, night, async () => void (await countSpending(doors, villageId)))
}

function committeeOf({ cast }: Stage, no: number): Player {
  const member = cast.committee[no]
  if (member === undefined) throw new Error('the committee is too small to keep a shop')
  return member
}

/** Two of the committee, of households of their own, neither the buyer's. */
function keepersFor({ cast }: Stage, { householdId }: Player): readonly [Player, Player] {
  const others = cast.committee.filter((member) => member.householdId !== householdId)
  const [first] = others
  const second = others.find((member) => member.householdId !== first?.householdId)
  if (first === undefined || second === undefined) throw new Error('no two keepers')
  return [first, second]
}
