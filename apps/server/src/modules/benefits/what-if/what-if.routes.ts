import { offerKinds, offerUnits } from '@azalea/scoring/order'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { query } from '../../../platform/http/route.ts'
import type { BenefitsParts } from '../parts.ts'
import { queueReaders } from '../policy.ts'
import { readWhatIf } from './read-what-if.ts'

const MOST_RULES = 3
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const kind = z.enum(offerKinds)
const unit = z.enum(offerUnits)
const quantity = z.number().min(0)
const permille = z.int().min(0).max(1000).nullable()
const count = z.int().min(0)

const whatIfQuery = z.object({
  kind,
  unit,
  rules: z
    .string()
    .regex(new RegExp(`^${uuid}(,${uuid}){0,${MOST_RULES - 1}}$`))
    .meta({ description: 'One to three rules of order, separated by commas' }),
})

const whatIfAnswer = z
  .object({
    kind,
    unit,
    offers: count.meta({ description: 'Drawn within a year' }),
    leftOutOffers: count.meta({ description: 'The oldest, where there were too many claims' }),
    claims: count,
    households: count.meta({ description: 'That claimed' }),
    supplyQuantity: quantity,
    rules: z.array(
      z.object({
        orderRuleId: z.uuid(),
        name: z.string(),
        state: z.enum(['draft', 'adopted']),
        sentences: z.array(z.string()),
        receivingHouseholds: count,
        givenQuantity: quantity,
        giniPermille: permille,
        lowerHalfPermille: permille,
        longestWaitOffers: count,
        mostOftenFirst: count,
      }),
    ),
    lines: z
      .array(
        z.object({
          name: z.string().nullable(),
          groupName: z.string().nullable(),
          quantities: z.array(quantity),
        }),
      )
      .meta({ description: 'Households, masked; those for whom the rules differ most come first' }),
  })
  .meta({ id: 'WhatIf' })

export function registerWhatIfRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/order-rules/what-if',
      access: queueReaders,
      summary: 'What each of these rules of order would have made of the past year’s claims',
      tag: 'benefits',
      query: whatIfQuery,
      answer: whatIfAnswer,
    },
    ({ actor, language, query: { rules, ...of } }) =>
      readWhatIf(parts, actor, language, { ...of, orderRuleIds: [...new Set(rules.split(','))] }),
  )
}
