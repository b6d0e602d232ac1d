import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { ShopParts } from './parts.ts'
import { keepers } from './policy.ts'
import { handOverGoods } from './purchases/hand-over-goods.ts'
import { returnGoods } from './purchases/return-goods.ts'
import { signHandOver } from './purchases/sign-hand-over.ts'
import { readCounter, readHouseholdAtCounter } from './read-counter.ts'
import {
  byCode,
  byId,
  counterAnswer,
  handOverBody,
  householdAtCounterAnswer,
  nothing,
  returnGoodsAnswer,
  returnGoodsBody,
  signBody,
} from './schema.ts'

const tag = 'shop'

export function registerCounterRoutes(http: FastifyInstance, parts: ShopParts): void {
  query(
    http,
    {
      url: '/api/shop/counter',
      access: keepers,
      summary: 'The counter: what waits for a signature, what is reserved, stock, budgets',
      tag,
      answer: counterAnswer,
    },
    ({ actor, language }) => readCounter(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/shop/counter/:code',
      access: keepers,
      summary: 'The household that shows a code, and what it may fetch or give back',
      tag,
      params: byCode,
      answer: householdAtCounterAnswer,
    },
    ({ actor, language, params }) => readHouseholdAtCounter(parts, actor, language, params.code),
  )
  command(
    http,
    {
      url: '/api/shop/hand-overs',
      access: keepers,
      summary: 'Hand reserved goods over to the household that shows its code',
      tag,
      body: handOverBody,
      answer: nothing,
    },
    ({ actor, key, body }) => handOverGoods(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/shop/purchases/:id/sign',
      access: keepers,
      summary: 'Sign a hand-over, as the second household; or say that it was none',
      tag,
      params: byId,
      body: signBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      signHandOver(parts, actor, key, { purchaseId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/shop/purchases/:id/return',
      access: keepers,
      summary: 'Take goods back within the sheet’s term',
      tag,
      params: byId,
      body: returnGoodsBody,
      answer: returnGoodsAnswer,
    },
    ({ actor, key, params, body }) =>
      returnGoods(parts, actor, key, { purchaseId: params.id, ...body }),
  )
}
