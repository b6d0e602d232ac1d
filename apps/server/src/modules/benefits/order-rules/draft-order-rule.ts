import { orderRuleBytes, parseOrderRule, type OfferUnit } from '@azalea/scoring/order'
import type { Json } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { sha256Text } from '../sha256-text.ts'
import { insertOrderRule, selectTakenName } from './order-rule.store.ts'

export interface DraftOrderRuleInput {
  readonly nameZh: string
  readonly nameEn: string | null
  /** A rule of the schema azalea-order-rule/1. */
  readonly rule: unknown
  /** In which the amount at which honour counts half is meant; of a rule without one not asked. */
  readonly unit?: OfferUnit | null | undefined
}

/**
 * Drafts a rule of order; a vote of the village adopts it later.
 * @throws Refusal 'order_rule_wrong', 'order_rule_without_unit', 'order_rule_name_taken'
 */
export async function draftOrderRule(
  { act }: Commands,
  actor: Actor,
  key: string,
  { nameZh, nameEn, rule: told, unit: said }: DraftOrderRuleInput,
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
  const unit = rule.precedence.by === 'honour_less_received' ? (said ?? null) : null
  if (unit === null && rule.precedence.by === 'honour_less_received')
    throw refuse('order_rule_without_unit')
  const bytes = orderRuleBytes(rule)
  const input = { nameZh, nameEn, rule: JSON.parse(bytes) as Json, unit }
  return act({ name: 'draft-order-rule', actor, key, input }, async (tx) => {
    const taken = await selectTakenName(tx.db, tx.villageId, { nameZh, nameEn })
    if (taken !== null) throw refuse('order_rule_name_taken', { name: taken })
    const orderRuleId = tx.newId()
    await insertOrderRule(tx.db, tx.villageId, {
      orderRuleId,
      nameZh,
      nameEn,
      rule,
      unit,
      hash: sha256Text(bytes),
      draftedBy: actor.personId,
      draftedAt: tx.now,
    })
    return { orderRuleId }
  })
}
