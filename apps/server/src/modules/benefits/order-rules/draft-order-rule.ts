import { orderRuleBytes, parseOrderRule } from '@azalea/scoring/order'
import { createHash } from 'node:crypto'
import type { Json } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertOrderRule } from './order-rule.store.ts'

export interface DraftOrderRuleInput {
  readonly nameZh: string
  readonly nameEn: string | null
  /** A rule of the schema azalea-order-rule/1. */
  readonly rule: unknown
}

/**
 * Drafts a rule of order; a vote of the village adopts it later.
 * @throws Refusal 'order_rule_wrong'
 */
export async function draftOrderRule(
  { act }: Commands,
  actor: Actor,
  key: string,
  { nameZh, nameEn, rule: told }: DraftOrderRuleInput,
): Promise<{ readonly orderRuleId: string }> {
  const parsed = parseOrderRule(told)
  if (!parsed.ok) {
    const [problem] = parsed.problems
    throw refuse('order_rule_wrong', {
      zh: problem?.messageZh ?? '',
      en: problem?.messageEn ?? '',
    })
  }
  const { rule } = parsed
  const bytes = orderRuleBytes(rule)
  const input = { nameZh, nameEn, rule: JSON.parse(bytes) as Json }
  return act({ name: 'draft-order-rule', actor, key, input }, async (tx) => {
    const orderRuleId = tx.newId()
    await insertOrderRule(tx.db, tx.villageId, {
      orderRuleId,
      nameZh,
      nameEn,
      rule,
      hash: createHash('sha256').update(bytes).digest('hex'),
      draftedBy: actor.personId,
      draftedAt: tx.now,
    })
    return { orderRuleId }
  })
}
