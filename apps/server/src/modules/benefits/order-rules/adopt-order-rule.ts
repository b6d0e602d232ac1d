import { orderRuleAdopted } from '@azalea/records'
import type { VotedResolution } from '@azalea/scoring'
import { orderRuleBytes } from '@azalea/scoring/order'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { areKin } from '../../community/index.ts'
import { publishDocument } from '../../record/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockOrderRule, markRuleAdopted, type OrderRuleRow } from './order-rule.store.ts'
import { requireCarried } from './require-carried.ts'

export interface AdoptOrderRuleInput {
  readonly orderRuleId: string
  readonly resolution: VotedResolution
}

/**
 * Enters that a vote of the village adopted a rule of order; it never changes from now on.
 * @throws Refusal 'unknown_order_rule', 'order_rule_adopted', 'own_order_rule', those of requireCarried
 */
export async function adoptOrderRule(
  { act }: Commands,
  actor: Actor,
  key: string,
  { orderRuleId, resolution }: AdoptOrderRuleInput,
): Promise<Record<string, never>> {
  const input = { orderRuleId, resolution: { ...resolution } }
  return act({ name: 'adopt-order-rule', actor, key, input }, async (tx) => {
    const draft = await lockOrderRule(tx.db, tx.villageId, orderRuleId)
    if (draft === null) throw refuse('unknown_order_rule')
    const bar = await whyNotAdopting(tx.db, actor, draft)
    if (bar !== null) throw bar
    requireCarried(resolution, civilDay(tx.now))
    const rule = await publishDocument(tx, Buffer.from(orderRuleBytes(draft.rule)))
    const how = { by: actor.personId, at: tx.now, resolution }
    await markRuleAdopted(tx.db, tx.villageId, orderRuleId, how)
    tx.append(
      orderRuleAdopted({
        public: { rule, resolution },
        parts: [
          {
            personId: actor.personId,
            payload: { orderRule: orderRuleId, enteredBy: actor.personId },
          },
          {
            personId: draft.draftedBy,
            payload: { orderRule: orderRuleId, draftedBy: draft.draftedBy },
          },
        ],
      }),
    )
    return {}
  })
}

/** What bars a person from entering the adoption: it stands already, or their household drafted it. */
export async function whyNotAdopting(
  db: Db,
  { villageId, personId }: Actor,
  { state, draftedBy }: OrderRuleRow,
): Promise<Refusal | null> {
  if (state === 'adopted') return refuse('order_rule_adopted')
  return (await areKin(db, villageId, personId, [draftedBy])) ? refuse('own_order_rule') : null
}
