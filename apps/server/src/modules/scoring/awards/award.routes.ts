import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paragraphs, searchText } from '../../../platform/http/text.ts'
import { listOf, listQuery, pageOf, pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { ScoringParts } from '../rules/index.ts'
import { readAccount, readOpenAwards, readOwnAwards } from './read-awards.ts'
import { reverseAward } from './reverse-award.ts'
import { awardState, instant, uuid } from '../ground/shapes.ts'
import { awardRow, openAwardRow } from './schema.ts'

export function registerAwardRoutes(http: FastifyInstance, parts: ScoringParts): void {
  query(
    http,
    {
      url: '/api/me/awards',
      access: ['villager'],
      summary: 'My awards',
      tag: 'scoring',
      query: z.object({
        ...listQuery(['occurredOn', 'points'], '-occurredOn'),
        state: awardState.optional(),
      }),
      answer: listOf(awardRow),
    },
    ({ actor, query: page, language }) => readOwnAwards(parts, actor, page, language),
  )
  query(
    http,
    {
      url: '/api/awards',
      access: ['committee', 'supervisor'],
      summary: 'Awards that are not final yet; q is in the name of the person',
      tag: 'scoring',
      query: z.object({
        ...listQuery(['scoredAt', 'occurredOn', 'points'], 'scoredAt'),
        state: z.enum(['scored', 'on_notice']).default('scored'),
        q: searchText,
      }),
      answer: listOf(openAwardRow),
    },
    ({ actor, query: page, language }) => readOpenAwards(parts, actor, page, language),
  )
  command(
    http,
    {
      url: '/api/awards/:id/reverse',
      access: ['committee'],
      summary: 'Take an award back',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      body: z.object({ reason: paragraphs(500) }),
      answer: z.object({}),
    },
    ({ actor, params, body, key }) =>
      reverseAward(parts, actor, key, { awardId: params.id, ...body }),
  )
  query(
    http,
    {
      url: '/api/me/account',
      access: ['villager'],
      summary: "My household's points and what they came from",
      tag: 'ledger',
      query: z.object({ ...pageQuery, unit: z.enum(['honour', 'wallet']).optional() }),
      answer: accountView,
    },
    ({ actor, query: page, language }) => readAccount(parts, actor, page, language),
  )
}

const accountView = z
  .object({
    honourHundredths: z.int(),
    walletHundredths: z.int(),
    entries: pageOf(
      z.object({
        postedAt: instant,
        unit: z.enum(['honour', 'wallet']),
        amountHundredths: z.int(),
        causeKind: z.string(),
        causeId: uuid,
        sellerId: z
          .string()
          .nullable()
          .meta({ description: 'Who was paid at once, or gave back: shop or vouchers' }),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'AccountView' })
