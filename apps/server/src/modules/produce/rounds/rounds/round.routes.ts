import type { Deduction } from '@azalea/produce-rules'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pageQuery } from '../../../../platform/http/cursor.ts'
import { command, query } from '../../../../platform/http/route.ts'
import type { RoundParts } from '../parts.ts'
import { buyers, growers, roundReaders, weighers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  byGrower,
  byId,
  closeRoundAnswer,
  growerAnswer,
  openRoundAnswer,
  openRoundBody,
  roundAnswer,
  roundDeskAnswer,
  roundsAnswer,
  slotsAnswer,
} from '../schema.ts'
import { closeRound } from './close-round.ts'
import { openRound } from './open-round.ts'
import { readGrower, readRoundDesk, readSlots } from './read-desk.ts'
import { readRound, readRounds } from './read-rounds.ts'

const tag = 'rounds'
const everybody = [...growers, ...roundReaders]

export function registerRoundRoutes(http: FastifyInstance, parts: RoundParts): void {
  query(
    http,
    {
      url: '/api/rounds',
      access: everybody,
      summary: 'Buying rounds, those whose hours come last first',
      tag,
      query: z.object(pageQuery),
      answer: roundsAnswer,
    },
    ({ actor, language, query: page }) => readRounds(parts, actor, language, page),
  )
  query(
    http,
    {
      url: '/api/rounds/:id',
      access: everybody,
      summary: 'A buying round, with what my household has of it',
      tag,
      params: byId,
      answer: roundAnswer,
    },
    ({ actor, language, params }) => readRound(parts, actor, language, params.id),
  )
  command(
    http,
    {
      url: '/api/rounds',
      access: buyers,
      summary: 'Open a buying round: its offer is drafted',
      tag,
      body: openRoundBody,
      answer: openRoundAnswer,
    },
    ({ actor, key, body }) =>
      openRound(parts, actor, key, { ...body, deductions: body.deductions.map(deductionOf) }),
  )
  command(
    http,
    {
      url: '/api/rounds/:id/close',
      access: buyers,
      summary: 'Close a buying round',
      tag,
      params: byId,
      answer: closeRoundAnswer,
    },
    ({ actor, key, params }) => closeRound(parts, actor, key, { roundId: params.id }),
  )
  registerDesk(http, parts)
}

function registerDesk(http: FastifyInstance, parts: RoundParts): void {
  query(
    http,
    {
      url: '/api/rounds/:id/desk',
      access: roundReaders,
      summary: 'How far a buying round is',
      tag,
      params: byId,
      answer: roundDeskAnswer,
    },
    ({ actor, language, params }) => readRoundDesk(parts, actor, language, params.id),
  )
  query(
    http,
    {
      url: '/api/rounds/:id/slots',
      access: roundReaders,
      summary: 'Who comes when, and what they brought',
      tag,
      params: byId,
      query: z.object(pageQuery),
      answer: slotsAnswer,
    },
    ({ actor, params, query: page }) => readSlots(parts, actor, params.id, page),
  )
  query(
    http,
    {
      url: '/api/rounds/:id/growers/:householdId',
      access: weighers,
      summary: 'What a household can bring to a round',
      tag,
      params: byGrower,
      answer: growerAnswer,
    },
    ({ actor, params }) => readGrower(parts, actor, params.id, params.householdId),
  )
}

/** One of the two ways. @throws Refusal 'round_deductions_wrong' */
function deductionOf({
  permille,
  fenEach,
  nameZh,
  nameEn,
}: {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly permille?: number | null | undefined
  readonly fenEach?: number | null | undefined
}) {
  const how: readonly Deduction[] = [
    ...(typeof permille === 'number' ? [{ permille }] : []),
    ...(typeof fenEach === 'number' ? [{ fenEach }] : []),
  ]
  const [one] = how
  if (one === undefined || how.length !== 1) throw refuse('round_deductions_wrong')
  return { nameZh, nameEn, ...one }
}
