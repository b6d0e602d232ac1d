import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { maskName, maskPhone } from '../../../community/index.ts'
import { selectCustomers, type Customer } from '../customers/customer.store.ts'
import { noteLooks, selectLooks } from '../customers/look.store.ts'
import type { MarketLookers, MarketReaders } from '../parts.ts'
import { selectPaymentOfOrder, selectRefundsOfOrders } from '../payments/payment.store.ts'
import { selectSlotsById } from '../points/point.store.ts'
import { selectProductsById } from '../products/product.store.ts'
import { shownSlot } from '../products/read-market.ts'
import { refuse } from '../refusals.ts'
import { readHeldPacks } from './held-packs.ts'
import {
  selectLatestOrders,
  selectOrderByNumber,
  selectOrderByWord,
  selectOrderPacks,
  selectOrdersOfCustomer,
  selectOrdersOfSlot,
  type Order,
  type OrderPack,
} from './order.store.ts'

const SHOWN = 50
const SHOWN_LOOKS = 10

/** A customer's own telephone and orders, the latest first. */
export async function readOwnOrders(
  { database }: MarketReaders,
  villageId: string,
  customer: Customer,
) {
  return database.inVillage(villageId, async (db) => {
    const orders = await selectOrdersOfCustomer(db, villageId, customer.customerId, SHOWN)
    const looks = await selectLooks(db, villageId, customer.customerId, SHOWN_LOOKS)
    return {
      phone: maskPhone(customer.phone ?? ''),
      name: customer.name,
      address: customer.address,
      orders: orders.map(briefOf),
      looks: looks.map(({ why, lookedAt }) => ({ why, lookedAt: lookedAt.toISOString() })),
    }
  })
}

function briefOf(order: Order) {
  const { number, state, totalFen } = order
  return { number, state, totalFen, placedAt: order.placedAt.toISOString() }
}

/** One order, for the customer whose it is. @throws Refusal 'unknown_order' */
export async function readOwnOrder(
  { database, clock }: MarketReaders,
  villageId: string,
  asked: { readonly number: string; readonly customerId: string },
) {
  return database.inVillage(villageId, async (db) => {
    const order = await selectOrderByNumber(db, villageId, asked.number)
    if (order === null || order.customerId !== asked.customerId) throw refuse('unknown_order')
    const full = await presentOrder(db, villageId, order)
    const payment = await selectPaymentOfOrder(db, villageId, order.orderId)
    const now = clock.now()
    const isOpen =
      order.state === 'paid' && full.slot !== null && new Date(full.slot.ordersUntil) > now
    return {
      ...full,
      code: order.state === 'paid' ? order.code : null,
      payBy: order.payBy?.toISOString() ?? null,
      canPay: order.state === 'reserved' && order.payBy !== null && order.payBy > now,
      canCancel: order.state === 'reserved' || isOpen,
      wasAsked: payment?.askedAt !== null && payment !== null,
    }
  })
}

async function presentOrder(db: Db, villageId: string, order: Order) {
  const packs = await selectOrderPacks(db, villageId, [order.orderId])
  const products = await selectProductsById(
    db,
    villageId,
    packs.map(({ productId }) => productId),
  )
  const slot =
    order.slotId === null
      ? undefined
      : (await selectSlotsById(db, villageId, [order.slotId])).get(order.slotId)
  const refunds = await selectRefundsOfOrders(db, villageId, [order.orderId])
  const held = await readHeldPacks(db, villageId, packs)
  return {
    ...briefOf(order),
    orderId: order.orderId,
    channel: order.channel,
    address: order.address,
    slot: slot === undefined ? null : shownSlot(slot),
    lines: linesOf(packs, products),
    packs: packs.map((pack) => ({
      number: pack.number,
      bestBefore: pack.bestBefore,
      priceFen: pack.priceFen,
      isMissing: pack.isMissing,
      isRecalled: held.has(pack.packId),
    })),
    refunds: refunds.map(({ amountFen, because, state }) => ({ amountFen, because, state })),
  }
}

type Products = Awaited<ReturnType<typeof selectProductsById>>

/** How many packs of each product, in the order of their names. */
function linesOf(packs: readonly OrderPack[], products: Products) {
  const ids = [...new Set(packs.map(({ productId }) => productId))]
  return ids.map((productId) => {
    const of = packs.filter((pack) => pack.productId === productId)
    const product = products.get(productId)
    return {
      productId,
      nameZh: product?.nameZh ?? '',
      nameEn: product?.nameEn ?? null,
      netGrams: product?.netGrams ?? 0,
      count: of.length,
      priceFen: of[0]?.priceFen ?? 0,
    }
  })
}

/** An order at the counter, by its number or the code that the customer says. @throws Refusal 'unknown_order' */
export async function findOrder(
  { database }: MarketReaders,
  { villageId }: Actor,
  { word }: { readonly word: string },
) {
  return database.inVillage(villageId, async (db) => {
    const order = await selectOrderByWord(db, villageId, word.toUpperCase())
    if (order === null) throw refuse('unknown_order')
    const full = await presentOrder(db, villageId, order)
    return { ...full, customerName: masked(order.name) }
  })
}

const masked = (name: string | null) => (name === null ? null : maskName(name))

/** The latest orders, with masked names. */
export async function readLatestOrders({ database }: MarketReaders, { villageId }: Actor) {
  return database.inVillage(villageId, async (db) => {
    const orders = await selectLatestOrders(db, villageId, SHOWN)
    return {
      items: orders.map((order) => ({
        ...briefOf(order),
        channel: order.channel,
        customerName: masked(order.name),
      })),
    }
  })
}

/**
 * What is to be packed for a slot, and where it goes. A round needs telephones and addresses; whoever
 * fetches shows a code instead. Each customer can see later that somebody looked.
 * @throws Refusal 'unknown_slot'
 */
export async function readPackingList(
  { database, clock, newId }: MarketLookers,
  actor: Actor,
  { slotId }: { readonly slotId: string },
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const slot = (await selectSlotsById(db, villageId, [slotId])).get(slotId)
    if (slot === undefined) throw refuse('unknown_slot')
    const orders = await selectOrdersOfSlot(db, villageId, slotId)
    const ids = orders.map(({ orderId }) => orderId)
    const packs = await selectOrderPacks(db, villageId, ids)
    const products = await selectProductsById(
      db,
      villageId,
      packs.map(({ productId }) => productId),
    )
    const customerIds = orders.flatMap(({ customerId }) => customerId ?? [])
    const customers = await selectCustomers(db, villageId, customerIds)
    const isRound = slot.kind === 'delivery'
    if (isRound)
      await noteLooks(db, actor, customerIds, { why: 'delivery', at: clock.now(), newId })
    return {
      slot: shownSlot(slot),
      totals: linesOf(packs, products),
      orders: orders.map((order) => {
        const customer = customers.get(order.customerId ?? '')
        const own = packs.filter(({ orderId }) => orderId === order.orderId)
        return {
          number: order.number,
          state: order.state,
          name: isRound ? order.name : masked(order.name),
          phone: isRound ? (customer?.phone ?? null) : maskPhone(customer?.phone ?? ''),
          address: order.address,
          lines: linesOf(own, products),
          packs: own.map(({ number }) => number),
        }
      }),
    }
  })
}
