import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Role } from '../../../platform/actor.ts'
import { query } from '../../../platform/http/route.ts'
import { uuid } from '../ground/shapes.ts'
import type { ScoringParts } from '../rules/index.ts'
import { compareWithDraft } from './compare-with-draft.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { sandboxAnswer, sandboxQuery } from './schema.ts'

const mayTryOut: readonly Role[] = ['committee', 'supervisor', 'town_officer']

export function registerSandboxRoutes(http: FastifyInstance, parts: ScoringParts): void {
  const inTurn = oneAtATime()
  query(
    http,
    {
      url: '/api/rule-sheets/:id/sandbox',
      access: mayTryOut,
      summary: 'What the last month or quarter would have come to under a rule sheet',
      tag: 'scoring',
      params: z.object({ id: uuid }),
      query: sandboxQuery,
      answer: sandboxAnswer,
      perMinute: 20,
    },
    ({ actor, params, query: { period }, language }) =>
      inTurn(() => compareWithDraft(parts, actor, { ruleSheetId: params.id, period }, language)),
  )
}
