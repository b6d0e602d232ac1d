import type { FastifyInstance } from 'fastify'
import { query } from '../../../../platform/http/route.ts'
import type { InputParts } from '../parts.ts'
import { listReaders } from '../policy.ts'
import { factsQuery, planFactsAnswer } from '../schema.ts'
import { readPlanFacts } from './read-plan-facts.ts'

export function registerPlanFactRoutes(http: FastifyInstance, parts: InputParts): void {
  query(
    http,
    {
      url: '/api/plan-facts',
      access: listReaders,
      summary: 'Plan against fact by crop and week, and how the tasks were done',
      tag: 'plan',
      query: factsQuery,
      answer: planFactsAnswer,
    },
    ({ actor, query: { growingSeasonId }, language }) =>
      readPlanFacts(parts, actor, growingSeasonId, language),
  )
}
