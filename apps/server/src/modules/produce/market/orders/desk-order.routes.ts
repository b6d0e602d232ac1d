import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import { recallers } from '../../packs/index.ts'
import type { MarketParts } from '../parts.ts'
import { followRefundsOf } from '../payments/follow-payments.ts'
import { deskReaders, keepers } from '../policy.ts'
import { readRecalledOrders } from '../recalled/read-recalled-orders.ts'
import {
  byId,
  findQuery,
  foundAnswer,
  handedOverAnswer,
  handOverBody,
  latestAnswer,
  packingListAnswer,
  recalledAnswer,
  recalledQuery,
  tillAnswer,
  tillBody,
} from '../schema.ts'
import { handOverOrder } from './hand-over-order.ts'
import { findOrder, readLatestOrders, readPackingList } from './read-orders.ts'
import { sellAtTill } from './sell-at-till.ts'

const tag = 'market'

export function registerDeskOrderRoutes(http: FastifyInstance, parts: MarketParts): void {
  query(
    http,
    {
      url: '/api/market/orders',
      access: deskReaders,
      summary: 'The latest orders, with masked names',
      tag,
      answer: latestAnswer,
    },
    ({ actor }) => readLatestOrders(parts, actor),
  )
  query(
    http,
    {
      url: '/api/market/orders/find',
      access: keepers,
      perMinute: 60,
      summary: 'An order by its number or by the code with which it is fetched',
      tag,
      query: findQuery,
      answer: foundAnswer,
    },
    ({ actor, query: asked }) => findOrder(parts, actor, asked),
  )
  query(
    http,
    {
      url: '/api/market/slots/:id/packing-list',
      access: keepers,
      summary: 'What is to be packed for a slot, and where a round goes',
      tag,
      params: byId,
      answer: packingListAnswer,
    },
    ({ actor, params }) => readPackingList(parts, actor, { slotId: params.id }),
  )
  query(
    http,
    {
      url: '/api/market/recalled-orders',
      access: recallers,
      summary: 'Customers who have something of what a recall reaches, to be telephoned',
      tag,
      query: recalledQuery,
      answer: recalledAnswer,
    },
    ({ actor, query: asked }) => readRecalledOrders(parts, actor, asked),
  )
  registerSteps(http, parts)
}

function registerSteps(http: FastifyInstance, parts: MarketParts): void {
  command(
    http,
    {
      url: '/api/market/orders/:id/hand-over',
      access: keepers,
      summary: 'Hand an order over; what is missing is paid back',
      tag,
      params: byId,
      body: handOverBody,
      answer: handedOverAnswer,
    },
    async ({ actor, key, params, body }) => {
      const orderId = params.id
      const handed = await handOverOrder(parts, actor, key, { ...body, orderId })
      if (handed.refundFen > 0) await followRefundsOf(parts, actor.villageId, orderId)
      return handed
    },
  )
  command(
    http,
    {
      url: '/api/market/till',
      access: keepers,
      summary: 'Sell on the spot, for cash',
      tag,
      body: tillBody,
      answer: tillAnswer,
    },
    ({ actor, key, body }) => sellAtTill(parts, actor, key, body),
  )
}
