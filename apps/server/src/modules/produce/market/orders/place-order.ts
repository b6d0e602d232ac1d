import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Randomness } from '../../../../platform/identity.ts'
import type { Tx } from '../../../record/index.ts'
import { readableNumber } from '../../lots/index.ts'
import { keepSaid, lockCustomer } from '../customers/customer.store.ts'
import type { MarketCommands } from '../parts.ts'
import { insertPayment } from '../payments/payment.store.ts'
import { numberOf } from '../payments/open-refund.ts'
import { selectSlotsById, takePlace, type Slot } from '../points/point.store.ts'
import { MOST_A_DAY, MOST_UNPAID, MOST_UNPAID_FROM_ADDRESS, PAY_MINUTES } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { takePacks, type TakenPack } from '../stock/take-packs.ts'
import { countOrders, insertOrder, insertOrderPacks, type NewOrder } from './order.store.ts'
import { readWanted, type OrderItem } from './read-wanted.ts'

const TRIES = 5
const MINUTE = 60_000

export interface PlaceOrderInput {
  readonly items: readonly OrderItem[]
  readonly slotId: string
  readonly name: string
  /** Null where it is fetched. */
  readonly address: string | null
  /** What the customer has seen that it costs. */
  readonly totalFen: number
  /** Who takes the money. */
  readonly provider: string
  readonly addressHash: string
}

export interface PlacedOrder {
  readonly orderId: string
  readonly number: string
}

/**
 * Sets packs aside for a customer, those that expire first, with a place in the slot, for a quarter of
 * an hour in which they can be paid.
 * @throws Refusal 'customer_not_proved', 'too_many_unpaid', 'too_many_orders', 'too_many_from_here',
 *   'unknown_slot', 'slot_closed', 'slot_full', 'address_missing', 'total_changed', those of
 *   readWanted and takePacks
 */
export async function placeOrder(
  { act, randomness }: Pick<MarketCommands, 'act'> & { readonly randomness: Randomness },
  actor: Actor,
  key: string,
  input: PlaceOrderInput,
): Promise<PlacedOrder> {
  const { addressHash, ...said } = input
  const asked = { ...said, items: input.items.map((item) => ({ ...item })) }
  return act({ name: 'place-market-order', actor, key, input: asked }, async (tx) => {
    const { db, villageId } = tx
    await requireWithinLimits(tx, actor.personId, addressHash)
    const slot = await requireSlot(tx, input)
    const wanted = await readWanted(db, villageId, input.items)
    const packs = await takePacks(tx, wanted, civilDay(slot.startsAt))
    const totalFen = packs.reduce((sum, { priceFen }) => sum + priceFen, 0)
    if (totalFen !== input.totalFen) throw refuse('total_changed')
    if (!(await takePlace(db, villageId, slot.slotId))) throw refuse('slot_full')
    const placed = await openOrder(tx, randomness, {
      channel: 'online',
      customerId: actor.personId,
      slotId: slot.slotId,
      name: input.name,
      address: slot.kind === 'delivery' ? input.address : null,
      addressHash,
      totalFen,
      provider: input.provider,
    })
    await keepPacks(tx, placed.orderId, packs)
    return placed
  })
}

export interface OpenedOrder extends Pick<
  NewOrder,
  'channel' | 'slotId' | 'name' | 'address' | 'totalFen'
> {
  readonly customerId: string
  readonly name: string
  readonly addressHash: string
  readonly provider: string
}

/** An order that can be paid for a quarter of an hour; its customer was asked for within limits before. */
export async function openOrder(
  tx: Tx,
  randomness: Randomness,
  { provider, ...order }: OpenedOrder,
): Promise<PlacedOrder> {
  const placed = await insertNumbered(tx, {
    ...order,
    code: codeFrom(randomness),
    state: 'reserved',
    placedAt: tx.now,
    payBy: new Date(tx.now.getTime() + PAY_MINUTES * MINUTE),
    paidAt: null,
    endedAt: null,
    endedBy: null,
  })
  await openPaymentOf(tx, placed.orderId, { totalFen: order.totalFen, provider })
  const { customerId, name, address } = order
  await keepSaid(tx.db, tx.villageId, customerId, { name, address, at: tx.now })
  return placed
}

/**
 * Locks who orders. @throws Refusal 'customer_not_proved', 'too_many_unpaid', 'too_many_orders',
 *   'too_many_from_here'
 */
export async function requireWithinLimits(
  { db, villageId, now }: Tx,
  customerId: string,
  addressHash: string,
): Promise<void> {
  const customer = await lockCustomer(db, villageId, customerId)
  if (customer === null || customer.phone === null) throw refuse('customer_not_proved')
  const hours = (count: number) => new Date(now.getTime() - count * 60 * MINUTE)
  const since = { dayAgo: hours(24), hourAgo: hours(1) }
  const counts = await countOrders(db, villageId, { customerId, addressHash, ...since })
  if (counts.unpaid >= MOST_UNPAID) throw refuse('too_many_unpaid')
  if (counts.today >= MOST_A_DAY) throw refuse('too_many_orders')
  if (counts.unpaidFromAddress >= MOST_UNPAID_FROM_ADDRESS) throw refuse('too_many_from_here')
}

async function requireSlot(
  { db, villageId, now }: Tx,
  { slotId, address }: PlaceOrderInput,
): Promise<Slot> {
  const slot = (await selectSlotsById(db, villageId, [slotId])).get(slotId)
  if (slot === undefined) throw refuse('unknown_slot')
  if (slot.ordersUntil <= now) throw refuse('slot_closed')
  if (slot.kind === 'delivery' && address === null) throw refuse('address_missing')
  return slot
}

/** Numbers are drawn: one that is taken is drawn again. */
export async function insertNumbered(
  tx: Tx,
  order: Omit<NewOrder, 'orderId' | 'number'>,
): Promise<PlacedOrder> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const orderId = tx.newId()
    const number = readableNumber(civilDay(tx.now), orderId)
    if (await insertOrder(tx.db, tx.villageId, { ...order, orderId, number }))
      return { orderId, number }
  }
  throw new Error('no number is free')
}

export function keepPacks(tx: Tx, orderId: string, packs: readonly TakenPack[]): Promise<void> {
  return insertOrderPacks(tx.db, tx.villageId, orderId, packs)
}

async function openPaymentOf(
  tx: Tx,
  orderId: string,
  { totalFen, provider }: { readonly totalFen: number; readonly provider: string },
): Promise<void> {
  const paymentId = tx.newId()
  const payment = { paymentId, number: numberOf(paymentId), orderId, provider }
  await insertPayment(tx.db, tx.villageId, { ...payment, amountFen: totalFen, openedAt: tx.now })
}

const CODE_DIGITS = 6

/** Six digits, which a customer can say. Only the keepers of the market may try one. */
export function codeFrom(randomness: Randomness): string {
  const number = randomness.bytes(6).readUIntBE(0, 6)
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
}
