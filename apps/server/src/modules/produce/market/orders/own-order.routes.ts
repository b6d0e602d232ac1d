import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import { refuse as httpRefusals } from '../../../../platform/http/refusals.ts'
import { askerOf } from '../../../community/index.ts'
import { customerCookie } from '../customers/customer.routes.ts'
import { customerActor, requireCustomer } from '../customers/prove-customer.ts'
import type { MarketParts } from '../parts.ts'
import { followRefundsOf } from '../payments/follow-payments.ts'
import { startPayment } from '../payments/start-payment.ts'
import { refuse } from '../refusals.ts'
import {
  nothing,
  orderBody,
  orderParams,
  ownOrderAnswer,
  payAnswer,
  placedAnswer,
  villageParams,
} from '../schema.ts'
import { cancelOrder } from './cancel-order.ts'
import { placeOrder } from './place-order.ts'
import { readOwnOrder } from './read-orders.ts'

const tag = 'market'

/** A customer is no villager: who asks is known by the customer's own session. */
export function registerOwnOrderRoutes(http: FastifyInstance, parts: MarketParts): void {
  command(
    http,
    {
      url: '/api/villages/:villageId/market/orders',
      access: 'public',
      perMinute: 20,
      summary: 'Order packs for a slot; they are kept for a quarter of an hour',
      tag,
      params: villageParams,
      body: orderBody,
      answer: placedAnswer,
    },
    async ({ params: { villageId }, body, key, request, reply }) => {
      const customer = await requireCustomer(parts, villageId, customerCookie(request))
      const { payments } = parts
      if (payments === null) throw refuse('payments_off')
      const { addressHash } = askerOf(parts, request, reply)
      const input = { ...body, provider: payments.name, addressHash }
      const actor = customerActor(villageId, customer)
      const { number } = await placeOrder(parts, actor, requireKey(key), input)
      return { number }
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/market/orders/:number',
      access: 'public',
      summary: 'A customer’s own order',
      tag,
      params: orderParams,
      answer: ownOrderAnswer,
    },
    async ({ params: { villageId, number }, request }) => {
      const { customerId } = await requireCustomer(parts, villageId, customerCookie(request))
      return readOwnOrder(parts, villageId, { number, customerId })
    },
  )
  registerSteps(http, parts)
}

function registerSteps(http: FastifyInstance, parts: MarketParts): void {
  command(
    http,
    {
      url: '/api/villages/:villageId/market/orders/:number/pay',
      access: 'public',
      perMinute: 20,
      summary: 'The page on which an order is paid',
      tag,
      params: orderParams,
      body: nothing,
      answer: payAnswer,
    },
    async ({ params: { villageId, number }, request }) => {
      const { customerId } = await requireCustomer(parts, villageId, customerCookie(request))
      const asked = { number, customerId, payerAddress: request.ip }
      return startPayment(parts, villageId, asked)
    },
  )
  command(
    http,
    {
      url: '/api/villages/:villageId/market/orders/:number/cancel',
      access: 'public',
      summary: 'Call an order off; what was paid goes back',
      tag,
      params: orderParams,
      body: nothing,
      answer: nothing,
    },
    async ({ params: { villageId, number }, key, request }) => {
      const customer = await requireCustomer(parts, villageId, customerCookie(request))
      const actor = customerActor(villageId, customer)
      const { orderId } = await cancelOrder(parts, actor, requireKey(key), { number })
      await followRefundsOf(parts, villageId, orderId)
      return {}
    },
  )
}

/** A public route asks for no key; these act, and act once. */
export function requireKey(sent: string): string {
  if (sent === '') throw httpRefusals('idempotency_key_missing')
  return sent
}
