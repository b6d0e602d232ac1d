import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { ShopParts } from '../shop/parts.ts'
import { readReceiver } from './find-receiver.ts'
import { givePoints } from './give-points.ts'
import { readGifts } from './read-gifts.ts'
import {
  giftsAnswer,
  givePointsAnswer,
  givePointsBody,
  receiverAnswer,
  receiverQuery,
} from './schema.ts'

const tag = 'benefits'

export function registerGiftRoutes(http: FastifyInstance, parts: ShopParts): void {
  query(
    http,
    {
      url: '/api/gifts',
      access: ['villager'],
      summary: 'Points that my household gave and was given, and what it may still give this month',
      tag,
      answer: giftsAnswer,
    },
    ({ actor }) => readGifts(parts, actor),
  )
  query(
    http,
    {
      url: '/api/gifts/receiver',
      access: ['villager'],
      summary: 'The household to which points would go',
      tag,
      query: receiverQuery,
      answer: receiverAnswer,
    },
    ({ actor, query: receiver }) => readReceiver(parts, actor, receiver),
  )
  command(
    http,
    {
      url: '/api/gifts',
      access: ['villager'],
      summary: 'Give points of my household to another',
      tag,
      body: givePointsBody,
      answer: givePointsAnswer,
    },
    ({ actor, key, body }) => givePoints(parts, actor, key, body),
  )
}
