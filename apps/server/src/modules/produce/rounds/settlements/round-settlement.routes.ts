import { inLanguage } from '../../../../platform/http/language.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../../../platform/http/cursor.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { RoundParts } from '../parts.ts'
import { growers, settlementOffices, settlementReaders } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  byId,
  confirmAnswer,
  nothing,
  ownStatementAnswer,
  proposeAnswer,
  settlementAnswer,
} from '../schema.ts'
import { confirmRoundSettlement } from './confirm-round-settlement.ts'
import { dropRoundSettlement } from './drop-round-settlement.ts'
import { proposeRoundSettlement } from './propose-round-settlement.ts'
import { readGrowerStatement, readRoundSettlement } from './read-round-settlements.ts'

const tag = 'rounds'

export function registerRoundSettlementRoutes(http: FastifyInstance, parts: RoundParts): void {
  command(
    http,
    {
      url: '/api/rounds/:id/settlements',
      access: settlementOffices.proposing,
      summary: 'Propose what growers are paid for a closed round, or what was corrected since',
      tag,
      params: byId,
      answer: proposeAnswer,
    },
    ({ actor, key, params }) => proposeRoundSettlement(parts, actor, key, { roundId: params.id }),
  )
  command(
    http,
    {
      url: '/api/round-settlements/:id/confirm',
      access: settlementOffices.confirming,
      summary: 'Order the payments of a round to growers, as the second person',
      tag,
      params: byId,
      answer: confirmAnswer,
    },
    ({ actor, key, params }) =>
      confirmRoundSettlement(parts, actor, key, { settlementId: params.id }),
  )
  command(
    http,
    {
      url: '/api/round-settlements/:id/drop',
      access: settlementOffices.confirming,
      summary: 'Drop a settlement of a round that nobody confirmed',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => dropRoundSettlement(parts, actor, key, { settlementId: params.id }),
  )
  registerReading(http, parts)
}

function registerReading(http: FastifyInstance, parts: RoundParts): void {
  query(
    http,
    {
      url: '/api/round-settlements/:id',
      access: settlementReaders,
      summary: 'What each grower is paid for a round',
      tag,
      params: byId,
      query: z.object(pageQuery),
      answer: settlementAnswer,
    },
    ({ actor, language, params, query: page }) =>
      readRoundSettlement(parts, actor, language, params.id, page),
  )
  query(
    http,
    {
      url: '/api/round-settlements/:id/mine',
      access: growers,
      summary: 'What my household is paid for a round, weigh-in by weigh-in',
      tag,
      params: byId,
      answer: ownStatementAnswer,
    },
    async ({ actor, language, params }) => {
      if (actor.householdId === null) throw refuse('no_grower_statement')
      const told = await readGrowerStatement(parts, actor, params.id, actor.householdId)
      const { roundTitle, roundTitleEn, deductions, ...rest } = told
      return {
        ...rest,
        lines: [...rest.lines],
        roundTitle: inLanguage(language, roundTitle, roundTitleEn),
        deductions: deductions.map(({ nameZh, nameEn, amountFen }) => ({
          name: inLanguage(language, nameZh, nameEn),
          amountFen,
        })),
      }
    },
  )
}
