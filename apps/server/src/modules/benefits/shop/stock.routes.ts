import type { FastifyInstance } from 'fastify'
import { command } from '../../../platform/http/route.ts'
import { chooseBudget } from './choose-budget.ts'
import { announceOpening } from './openings/announce-opening.ts'
import { cancelOpening } from './openings/cancel-opening.ts'
import type { ShopParts } from './parts.ts'
import { keepers, managers } from './policy.ts'
import {
  byId,
  chooseBudgetBody,
  countLotAnswer,
  countLotBody,
  enterLotAnswer,
  enterLotBody,
  nothing,
  openingAnswer,
  openingBody,
  signBody,
} from './schema.ts'
import { countLot } from './stock/count-lot.ts'
import { enterLot } from './stock/enter-lot.ts'
import { signCount } from './stock/sign-count.ts'

const tag = 'shop'

export function registerStockRoutes(http: FastifyInstance, parts: ShopParts): void {
  command(
    http,
    {
      url: '/api/shop/lots',
      access: managers,
      summary: 'Take goods into stock',
      tag,
      body: enterLotBody,
      answer: enterLotAnswer,
    },
    ({ actor, key, body }) => enterLot(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/shop/lots/:id/count',
      access: keepers,
      summary: 'Enter what was counted of a lot, with what explains a difference',
      tag,
      params: byId,
      body: countLotBody,
      answer: countLotAnswer,
    },
    ({ actor, key, params, body }) => countLot(parts, actor, key, { lotId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/shop/stock-moves/:id/sign',
      access: keepers,
      summary: 'Sign a difference of the stock, as the second household; or refuse it',
      tag,
      params: byId,
      body: signBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) => signCount(parts, actor, key, { moveId: params.id, ...body }),
  )
  registerMarketRoutes(http, parts)
}

/** When the shop opens, and who pays for what it hands over. */
function registerMarketRoutes(http: FastifyInstance, parts: ShopParts): void {
  command(
    http,
    {
      url: '/api/shop/openings',
      access: managers,
      summary: 'Announce when the shop hands over',
      tag,
      body: openingBody,
      answer: openingAnswer,
    },
    ({ actor, key, body }) => announceOpening(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/shop/openings/:id/cancel',
      access: managers,
      summary: 'Take an opening back',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => cancelOpening(parts, actor, key, { openingId: params.id }),
  )
  command(
    http,
    {
      url: '/api/shop/budget',
      access: managers,
      summary: 'Choose the budget from which the shop’s goods are paid',
      tag,
      body: chooseBudgetBody,
      answer: nothing,
    },
    ({ actor, key, body }) => chooseBudget(parts, actor, key, body),
  )
}
