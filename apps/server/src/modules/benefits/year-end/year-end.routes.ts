import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { BenefitsParts } from '../parts.ts'
import { byId, nothing } from '../schema.ts'
import { confirmYearEnd } from './confirm-year-end.ts'
import { dropYearEnd } from './drop-year-end.ts'
import { shareReaders, yearEndOffices } from './policy.ts'
import { proposeYearEnd } from './propose-year-end.ts'
import { readOwnShares, readYearEnd, readYearEnds } from './read-year-ends.ts'
import {
  confirmYearEndAnswer,
  ownSharesAnswer,
  proposeYearEndAnswer,
  proposeYearEndBody,
  sharesQuery,
  yearEndAnswer,
  yearEndsAnswer,
} from './year-end.schema.ts'

const tag = 'benefits'

export function registerYearEndRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  registerReading(http, parts)
  command(
    http,
    {
      url: '/api/year-ends',
      access: yearEndOffices.proposing,
      summary: 'Propose to share a voted pool by points',
      tag,
      body: proposeYearEndBody,
      answer: proposeYearEndAnswer,
    },
    ({ actor, key, body }) => proposeYearEnd(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/year-ends/:id/confirm',
      access: yearEndOffices.confirming,
      summary: 'Share a proposed pool out, as the second person',
      tag,
      params: byId,
      answer: confirmYearEndAnswer,
    },
    ({ actor, key, params }) => confirmYearEnd(parts, actor, key, { yearEndId: params.id }),
  )
  command(
    http,
    {
      url: '/api/year-ends/:id/drop',
      access: yearEndOffices.confirming,
      summary: 'Drop a proposal that nobody confirmed',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => dropYearEnd(parts, actor, key, { yearEndId: params.id }),
  )
}

function registerReading(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/year-ends',
      access: shareReaders,
      summary: 'Pools shared by points, newest first',
      tag,
      answer: yearEndsAnswer,
    },
    ({ actor, language }) => readYearEnds(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/year-ends/:id',
      access: shareReaders,
      summary: 'Who gets what of a shared pool',
      tag,
      params: byId,
      query: sharesQuery,
      answer: yearEndAnswer,
    },
    ({ actor, language, params, query: page }) =>
      readYearEnd(parts, actor, language, params.id, page),
  )
  query(
    http,
    {
      url: '/api/me/year-ends',
      access: ['villager'],
      summary: 'My household’s share of each pool, and why',
      tag,
      answer: ownSharesAnswer,
    },
    ({ actor, language }) => readOwnShares(parts, actor, language),
  )
}
