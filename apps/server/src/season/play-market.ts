import {
  confirmProduct,
  openPoint,
  openSlot,
  proposeProduct,
  sellAtTill,
} from '../modules/produce/index.ts'
import { lastDayNo } from './play-activities.ts'
import type { Bought } from './play-rounds.ts'
import { atHour, schedule, type Stage } from './stage.ts'

const PRODUCTS = [
  { nameZh: '小包青菜', nameEn: 'Greens, small pack', crop: '青菜', netGrams: 500, priceFen: 350 },
  { nameZh: '高山白菜', nameEn: 'Hill cabbage', crop: '白菜', netGrams: 1_500, priceFen: 680 },
  {
    nameZh: '高山白菜，一家一周',
    nameEn: 'Hill cabbage for a week',
    crop: '白菜',
    netGrams: 3_000,
    priceFen: 1_280,
  },
] as const
const POINTS = [
  { kind: 'pick_up', name: '镇农贸市场取货点', place: '戴村镇农贸市场东门，遮阳棚下' },
  { kind: 'delivery', name: '戴村镇区送货', place: '镇区以内，送到单元门口' },
] as const
const DAYS_OF_ORDERS = 3

/**
 * What was packed goes on sale to people of the city, with hours for the next days; two baskets are
 * sold on the spot. Nobody orders over the network: that takes a provider of payments, who is no part
 * of a season.
 */
export function playMarket(
  stage: Stage,
  { buyer, second }: Pick<Bought, 'buyer' | 'second'>,
): void {
  const { doors } = stage
  const day = lastDayNo(stage) - 2
  const productIds: string[] = []
  schedule(stage, atHour(stage, day, 9), async () => {
    for (const product of PRODUCTS) {
      const key = `season-product-${product.crop}-${product.netGrams}`
      const { productId } = await proposeProduct(doors, buyer.actor, key, product)
      await confirmProduct(doors, second.actor, `${key}-confirm`, { productId })
      productIds.push(productId)
    }
  })
  schedule(stage, atHour(stage, day, 10), () => openHours(stage, buyer))
  for (const [at, counts] of [
    [2, 1, 0],
    [0, 2, 1],
  ].entries())
    schedule(stage, atHour(stage, day + 1, 8 + at / 4), async () => {
      const items = productIds.flatMap((productId, no) =>
        counts[no] ? [{ productId, count: counts[no] }] : [],
      )
      const totalFen = PRODUCTS.reduce(
        (sum, { priceFen }, no) => sum + priceFen * (counts[no] ?? 0),
        0,
      )
      await sellAtTill(doors, second.actor, `season-till-${at}`, { items, totalFen })
    })
}

async function openHours(stage: Stage, { actor }: Bought['buyer']): Promise<void> {
  const { doors } = stage
  const last = lastDayNo(stage)
  for (const point of POINTS) {
    const { pointId } = await openPoint(doors, actor, `season-point-${point.kind}`, point)
    for (let ahead = 1; ahead <= DAYS_OF_ORDERS; ahead += 1)
      await openSlot(doors, actor, `season-slot-${point.kind}-${ahead}`, {
        pointId,
        ordersUntil: atHour(stage, last + ahead - 1, 21).toISOString(),
        startsAt: atHour(stage, last + ahead, 16).toISOString(),
        endsAt: atHour(stage, last + ahead, 18.5).toISOString(),
        capacity: 30,
      })
  }
}
