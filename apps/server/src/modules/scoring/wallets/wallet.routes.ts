import type { FastifyInstance } from 'fastify'
import type { Role } from '../../../platform/actor.ts'
import { query } from '../../../platform/http/route.ts'
import { readAnnouncedClosing, readOwnClosing } from './read-closing.ts'
import { readClosings, readClosingWallets } from './read-closings.ts'
import {
  byId,
  closingAnswer,
  closingsAnswer,
  closingWalletsAnswer,
  closingWalletsQuery,
  inVillage,
  ownClosingAnswer,
} from './schema.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

const tag = 'wallets'
const closingReaders: readonly Role[] = ['committee', 'supervisor']

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
  query(
    http,
    {
      url: '/api/wallet-closings',
      access: closingReaders,
      summary: 'The wallets’ yearly closes, the newest first, and the next that the sheet names',
      tag,
      answer: closingsAnswer,
    },
    ({ actor }) => readClosings(parts, actor),
  )
  query(
    http,
    {
      url: '/api/wallet-closings/:id/wallets',
      access: closingReaders,
      summary: 'What a yearly close takes of each wallet, names masked',
      tag,
      params: byId,
      query: closingWalletsQuery,
      answer: closingWalletsAnswer,
    },
    ({ actor, params, query: page }) => readClosingWallets(parts, actor, params.id, page),
  )
}
