import { describeOrderRule } from '@azalea/scoring/order'
import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { Readers } from '../parts.ts'
import { inUnit } from '../say-quantity.ts'
import { selectAllOrderRules } from './order-rule.store.ts'

/** Every rule of order of the village, in words. */
export async function readOrderRules({ database }: Readers, actor: Actor, language: Language) {
  const rows = await database.inVillage(actor.villageId, (db) =>
    selectAllOrderRules(db, actor.villageId),
  )
  return {
    items: rows.map((row) => ({
      orderRuleId: row.orderRuleId,
      name: language === 'en' ? (row.nameEn ?? row.nameZh) : row.nameZh,
      state: row.state,
      rule: { ...row.rule },
      sentences: describeOrderRule(row.rule, language, inUnit(null, language)),
      hash: row.hash,
      adoptedAt: row.adoptedAt?.toISOString() ?? null,
      resolution: row.resolution,
      draftedByMe: row.draftedBy === actor.personId,
    })),
  }
}
