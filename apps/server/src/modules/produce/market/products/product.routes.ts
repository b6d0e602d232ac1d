import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { MarketParts } from '../parts.ts'
import { openPoint } from '../points/open-point.ts'
import { openSlot } from '../points/open-slot.ts'
import { deskReaders, keepers, priceOffices } from '../policy.ts'
import {
  byId,
  deskAnswer,
  marketAnswer,
  nothing,
  pointAnswer,
  pointBody,
  productAnswer,
  productBody,
  slotAnswer,
  slotBody,
  villageParams,
} from '../schema.ts'
import { confirmProduct } from './confirm-product.ts'
import { proposeProduct } from './propose-product.ts'
import { readDesk, readMarket } from './read-market.ts'
import { withdrawProduct } from './withdraw-product.ts'

const tag = 'market'

export function registerProductRoutes(http: FastifyInstance, parts: MarketParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/market',
      access: 'public',
      summary: 'What the village sells to people of the city, and when it can be fetched',
      tag,
      params: villageParams,
      answer: marketAnswer,
    },
    ({ params }) => readMarket(parts, params.villageId),
  )
  query(
    http,
    {
      url: '/api/market/desk',
      access: deskReaders,
      summary: 'Products, stock, points and hours of the market',
      tag,
      answer: deskAnswer,
    },
    ({ actor, language }) => readDesk(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/market/products',
      access: keepers,
      summary: 'Propose to sell packs at a price',
      tag,
      body: productBody,
      answer: productAnswer,
    },
    ({ actor, key, body }) => proposeProduct(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/market/products/:id/confirm',
      access: priceOffices.confirming,
      summary: 'Put a product on sale, as the second person',
      tag,
      params: byId,
      body: nothing,
      answer: nothing,
    },
    ({ actor, key, params }) => confirmProduct(parts, actor, key, { productId: params.id }),
  )
  command(
    http,
    {
      url: '/api/market/products/:id/withdraw',
      access: keepers,
      summary: 'Take a product from sale',
      tag,
      params: byId,
      body: nothing,
      answer: nothing,
    },
    ({ actor, key, params }) => withdrawProduct(parts, actor, key, { productId: params.id }),
  )
  registerPoints(http, parts)
}

function registerPoints(http: FastifyInstance, parts: MarketParts): void {
  command(
    http,
    {
      url: '/api/market/points',
      access: keepers,
      summary: 'Open a pick-up point, or a delivery round',
      tag,
      body: pointBody,
      answer: pointAnswer,
    },
    ({ actor, key, body }) => openPoint(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/market/slots',
      access: keepers,
      summary: 'Open hours at a point, with room for so many orders',
      tag,
      body: slotBody,
      answer: slotAnswer,
    },
    ({ actor, key, body }) => openSlot(parts, actor, key, body),
  )
}
