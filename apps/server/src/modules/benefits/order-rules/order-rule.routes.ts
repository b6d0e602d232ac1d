import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { BenefitsParts } from '../parts.ts'
import { offerers } from '../policy.ts'
import {
  adoptOrderRuleBody,
  byId,
  draftOrderRuleAnswer,
  draftOrderRuleBody,
  nothing,
  orderRulesAnswer,
} from '../schema.ts'
import { adoptOrderRule } from './adopt-order-rule.ts'
import { draftOrderRule } from './draft-order-rule.ts'
import { readOrderRules } from './read-order-rules.ts'

const tag = 'benefits'

export function registerOrderRuleRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/order-rules',
      access: ['villager'],
      summary: 'Rules of order, adopted and drafted, in words',
      tag,
      answer: orderRulesAnswer,
    },
    ({ actor, language }) => readOrderRules(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/order-rules',
      access: offerers,
      summary: 'Draft a rule of order',
      tag,
      body: draftOrderRuleBody,
      answer: draftOrderRuleAnswer,
    },
    ({ actor, key, body }) => draftOrderRule(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/order-rules/:id/adopt',
      access: offerers,
      summary: 'Enter that a vote adopted a rule of order',
      tag,
      params: byId,
      body: adoptOrderRuleBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      adoptOrderRule(parts, actor, key, { orderRuleId: params.id, ...body }),
  )
}
