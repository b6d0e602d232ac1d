import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { hasAnyRole } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import {
  communityRefusals,
  readPeopleNames,
  readSecondPersons,
  readVillage,
} from '../../../community/index.ts'
import { selectFailedRefunds } from '../payments/payment.store.ts'
import type { MarketReaders, PaymentParts } from '../parts.ts'
import { selectPoints, selectSlots, type Slot } from '../points/point.store.ts'
import { priceOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readHeldStock } from '../stock/held-stock.ts'
import { selectCropsInStock, selectStock, type StockOfKind } from '../stock/stock.store.ts'
import { selectProducts, type Product } from './product.store.ts'

const SHOWN_SLOTS = 60
/** A list tells so many at most: how much there is in all is the village's own business. */
const TOLD_AT_MOST = 50

async function readFreeStock(db: Db, villageId: string, today: string) {
  const crops = await selectCropsInStock(db, villageId, today)
  const held = await readHeldStock(db, villageId, { crops, keepsUntil: today, isLocked: false })
  return selectStock(db, villageId, { keepsUntil: today, held })
}

const stockOf = (stock: readonly StockOfKind[], { crop, netGrams }: Product) =>
  stock.find((one) => one.crop === crop && one.netGrams === netGrams)

/** What is on sale to anybody, and when it can be fetched. @throws Refusal 'market_not_open' */
export async function readMarket(
  { database, clock, payments }: Pick<PaymentParts, 'database' | 'clock' | 'payments'>,
  villageId: string,
) {
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw refuse('market_not_open')
    const stock = await readFreeStock(db, villageId, civilDay(now))
    const products = await selectProducts(db, villageId)
    const slots = await selectSlots(db, villageId, { endAfter: now, limit: SHOWN_SLOTS })
    return {
      villageName: village.name,
      isDemonstration: village.isDemonstration,
      takesPayments: payments !== null,
      products: products
        .filter(({ confirmedAt }) => confirmedAt !== null)
        .map((product) => {
          const free = stockOf(stock, product)
          return {
            ...shownProduct(product),
            left: Math.min(free?.count ?? 0, TOLD_AT_MOST),
            bestBefore: free?.bestBefore ?? null,
          }
        }),
      slots: slots.filter(({ ordersUntil }) => ordersUntil > now).map(shownSlot),
    }
  })
}

function shownProduct({ productId, nameZh, nameEn, crop, netGrams, priceFen }: Product) {
  return { productId, nameZh, nameEn, crop, netGrams, priceFen }
}

export function shownSlot(slot: Slot) {
  return {
    slotId: slot.slotId,
    kind: slot.kind,
    name: slot.name,
    place: slot.place,
    ordersUntil: slot.ordersUntil.toISOString(),
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    isFull: slot.taken >= slot.capacity,
  }
}

/** The desk: what is and could be on sale, points and hours, and what somebody must see to. */
export async function readDesk(
  { database, clock }: MarketReaders,
  actor: Actor,
  language: Language,
) {
  const { villageId, personId } = actor
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const stock = await readFreeStock(db, villageId, civilDay(now))
    const products = await selectProducts(db, villageId)
    const points = await selectPoints(db, villageId)
    const slots = await selectSlots(db, villageId, { endAfter: now, limit: SHOWN_SLOTS })
    const proposers = products.map(({ proposedBy }) => proposedBy)
    const names = await readPeopleNames(db, villageId, proposers)
    const judge = await readSecondPersons(db, villageId, priceOffices, [personId, ...proposers])
    const mayConfirm = (product: Product) => {
      if (!hasAnyRole(actor, priceOffices.confirming))
        return communityRefusals('second_office_too_new')
      const code = judge(product, personId)
      return code === null ? null : communityRefusals(code)
    }
    return {
      products: products.map((product) => ({
        ...shownProduct(product),
        left: stockOf(stock, product)?.count ?? 0,
        proposedByName: names.get(product.proposedBy) ?? null,
        isOffered: product.confirmedAt !== null,
        canConfirm: permission(mayConfirm(product), language),
      })),
      stock: stock.map((one) => ({ ...one })),
      points: points.map((point) => ({ ...point })),
      slots: slots.map((slot) => ({
        ...shownSlot(slot),
        capacity: slot.capacity,
        taken: slot.taken,
      })),
      failedRefunds: (await selectFailedRefunds(db, villageId, 50)).length,
    }
  })
}
