import type { FastifyInstance } from 'fastify'
import { query } from '../../../platform/http/route.ts'
import type { IncomeReaders } from './parts.ts'
import { earners, incomeReaders } from './policy.ts'
import { readIncomeDesk, readOwnIncome, readPublicIncome } from './read-income.ts'
import { incomeDeskAnswer, inVillage, ownIncomeAnswer, publicIncomeAnswer } from './schema.ts'

const tag = 'income'

export function registerIncomeRoutes(http: FastifyInstance, parts: IncomeReaders): void {
  query(
    http,
    {
      url: '/api/me/income',
      access: earners,
      summary: 'What my household earned, season by season',
      tag,
      answer: ownIncomeAnswer,
    },
    ({ actor, language }) => readOwnIncome(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/income',
      access: incomeReaders,
      summary: 'What each household and the village company earned, season by season',
      tag,
      answer: incomeDeskAnswer,
    },
    ({ actor, language }) => readIncomeDesk(parts, actor, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/income',
      access: 'public',
      perMinute: 60,
      summary: 'What households together and the village company earned, without names',
      tag,
      params: inVillage,
      answer: publicIncomeAnswer,
    },
    ({ params, language }) => readPublicIncome(parts, params.villageId, language),
  )
}
