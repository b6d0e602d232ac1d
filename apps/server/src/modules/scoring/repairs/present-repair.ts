import { repairEffect, type RuleItem } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { concernsKin } from '../../community/index.ts'
import type { Language } from '../../../platform/http/language.ts'
import { type DisputableAward, selectRepairs } from '../awards/index.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { RepairView } from './schema.ts'
import { whyNotRepairable } from './repair-policy.ts'

/** How a deduction can be made good, what of it was, and whether the reader may record it; else null. */
export async function presentRepair(
  db: Db,
  actor: Actor,
  award: DisputableAward,
  { item, isDisputed }: { readonly item: RuleItem; readonly isDisputed: boolean },
  language: Language,
): Promise<RepairView> {
  const { pointsHundredths } = award
  if (item.kind !== 'deduction' || pointsHundredths >= 0) return null
  const done = await selectRepairs(db, actor.villageId, award.awardId)
  const isKins = await concernsKin(db, actor.villageId, actor.personId, award)
  const why = whyNotRepairable(actor, award, item, done, { isDisputed, isKins })
  return {
    ways: item.repair.map((rule) => {
      const minutes = rule.by === 'volunteering' ? rule.minutes : null
      const alone = { isMended: minutes === null, volunteeredMinutes: minutes ?? 0 }
      return {
        way: rule.by,
        minutes,
        restoresHundredths: repairEffect(item, pointsHundredths, alone).restoredHundredths,
        repairAwardId: done.find(({ way }) => way === rule.by)?.repairAwardId ?? null,
      }
    }),
    canRecord: permission(why, language),
  }
}
