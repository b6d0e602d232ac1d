import type { FastifyInstance } from 'fastify'
import { query } from '../../../platform/http/route.ts'
import { readAnnouncedClosing, readOwnClosing } from './read-closing.ts'
import { closingAnswer, inVillage, ownClosingAnswer } from './schema.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

const tag = 'wallets'

export function registerWalletRoutes(http: FastifyInstance, parts: WalletParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/wallet-closing',
      access: 'public',
      summary: 'The wallets’ yearly close that a village has announced',
      tag,
      params: inVillage,
      answer: closingAnswer,
    },
    ({ params }) => readAnnouncedClosing(parts, params.villageId),
  )
  query(
    http,
    {
      url: '/api/me/wallet-closing',
      access: ['villager'],
      summary: 'When the wallets’ yearly close is, and what it would take of my household’s today',
      tag,
      answer: ownClosingAnswer,
    },
    ({ actor }) => readOwnClosing(parts, actor),
  )
}
