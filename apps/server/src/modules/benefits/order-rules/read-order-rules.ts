import { describeOrderRule, type OfferUnit } from '@azalea/scoring/order'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import { readPeople } from '../../community/index.ts'
import type { Readers } from '../parts.ts'
import { inUnits } from '../say-quantity.ts'
import { whyNotAdopting } from './adopt-order-rule.ts'
import { selectAllOrderRules, selectUnitsOfRules, type OrderRuleRow } from './order-rule.store.ts'

/** Every rule of order of the village, in words. */
export async function readOrderRules({ database }: Readers, actor: Actor, language: Language) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const rows = await selectAllOrderRules(db, villageId)
    const unitsOf = await selectUnitsOfRules(db, villageId)
    const drafters = rows.map(({ draftedBy }) => draftedBy)
    const people = await readPeople(db, villageId, [...new Set(drafters)])
    const items = []
    for (const row of rows)
      items.push(
        await present(db, actor, row, {
          draftedByName: people.get(row.draftedBy)?.name ?? null,
          units: row.unit === null ? (unitsOf.get(row.orderRuleId) ?? []) : [row.unit],
          language,
        }),
      )
    return { items }
  })
}

async function present(
  db: Db,
  actor: Actor,
  row: OrderRuleRow,
  about: {
    readonly draftedByName: string | null
    /** In which its amount is told. */
    readonly units: readonly OfferUnit[]
    readonly language: Language
  },
) {
  const { draftedByName, units, language } = about
  return {
    orderRuleId: row.orderRuleId,
    name: inLanguage(language, row.nameZh, row.nameEn),
    state: row.state,
    rule: { ...row.rule },
    sentences: describeOrderRule(row.rule, language, inUnits(units, language)),
    hash: row.hash,
    adoptedAt: row.adoptedAt?.toISOString() ?? null,
    resolution: row.resolution,
    draftedByName,
    canAdopt: permission(await whyNotAdopting(db, actor, row), language),
  }
}
