import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { ShopParts } from './parts.ts'
import { cancelReservation } from './purchases/cancel-reservation.ts'
import { reserveGoods } from './purchases/reserve-goods.ts'
import { readPriceList, readShop } from './read-shop.ts'
import {
  byId,
  inVillage,
  nothing,
  priceListAnswer,
  reserveGoodsAnswer,
  reserveGoodsBody,
  shopAnswer,
} from './schema.ts'

const tag = 'shop'

export function registerShopRoutes(http: FastifyInstance, parts: ShopParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/shop',
      access: 'public',
      summary: 'The price list of a village’s points shop',
      tag,
      params: inVillage,
      answer: priceListAnswer,
    },
    ({ params }) => readPriceList(parts, params.villageId),
  )
  query(
    http,
    {
      url: '/api/shop',
      access: ['villager'],
      summary: 'The points shop, with my household’s wallet, code and purchases',
      tag,
      answer: shopAnswer,
    },
    ({ actor }) => readShop(parts, actor),
  )
  command(
    http,
    {
      url: '/api/shop/purchases',
      access: ['villager'],
      summary: 'Reserve goods for my household; a cadre also for somebody',
      tag,
      body: reserveGoodsBody,
      answer: reserveGoodsAnswer,
    },
    ({ actor, key, body }) => reserveGoods(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/shop/purchases/:id/cancel',
      access: ['villager'],
      summary: 'Take a reservation back; the points go back',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => cancelReservation(parts, actor, key, { purchaseId: params.id }),
  )
}
