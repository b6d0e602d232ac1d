import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { BenefitsParts } from '../parts.ts'
import { offerers } from '../policy.ts'
import { byHousehold, nothing, protectBody, protectedAnswer } from '../schema.ts'
import { endProtection, protectHousehold, readProtected } from './protect-household.ts'

const tag = 'benefits'

export function registerProtectionRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/protected-households',
      access: offerers,
      summary: 'Households that the village voted to protect; in no public place',
      tag,
      answer: protectedAnswer,
    },
    ({ actor }) => readProtected(parts, actor),
  )
  command(
    http,
    {
      url: '/api/protected-households',
      access: offerers,
      summary: 'Enter that the village voted to protect a household',
      tag,
      body: protectBody,
      answer: nothing,
    },
    ({ actor, key, body }) => protectHousehold(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/protected-households/:householdId/end',
      access: offerers,
      summary: 'End the protection of a household',
      tag,
      params: byHousehold,
      answer: nothing,
    },
    ({ actor, key, params }) => endProtection(parts, actor, key, params),
  )
}
