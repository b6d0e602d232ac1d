import { repairEffect, type RepairDone, type RuleItem } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import type { DisputableAward, Repair } from '../awards/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { RepairWay } from '../ground/tables.ts'

/** Why nobody, or not this person, can record a repair of the award now; null when they can. */
export function whyNotRepairable(
  actor: Actor,
  award: DisputableAward,
  item: RuleItem,
  done: readonly Repair[],
  { isDisputed, isKins }: { readonly isDisputed: boolean; readonly isKins: boolean },
): Refusal | null {
  if (award.pointsHundredths >= 0 || item.kind !== 'deduction') return refuse('not_a_deduction')
  if (award.state === 'reversed') return refuse('already_reversed')
  if (award.state !== 'final') return refuse('deduction_not_final')
  if (!actor.roles.has('committee')) return refuse('committee_sees_repair')
  if (isKins) return refuse('own_household_award')
  if (isDisputed) return refuse('award_disputed')
  if (waysLeft(item, done).length === 0) return refuse('repaired_already')
  return null
}

/** The item's ways of repair that have not been taken. */
export function waysLeft(item: RuleItem, done: readonly Repair[]): RuleItem['repair'] {
  return item.repair.filter(({ by }) => done.every(({ way }) => way !== by))
}

/**
 * The points that this repair gives back beside the earlier ones, in hundredths.
 * @throws Refusal 'repair_not_possible', 'repaired_already', 'repair_too_short'
 */
export function restoredBy(
  item: RuleItem,
  pointsHundredths: number,
  earlier: readonly Repair[],
  repair: { readonly way: RepairWay; readonly minutes: number | null },
): number {
  const rule = item.repair.find(({ by }) => by === repair.way)
  if (rule === undefined) throw refuse('repair_not_possible')
  if (earlier.some(({ way }) => way === repair.way)) throw refuse('repaired_already')
  if (rule.by === 'volunteering' && (repair.minutes ?? 0) < rule.minutes)
    throw refuse('repair_too_short', { minutes: rule.minutes })
  const { restoredHundredths } = repairEffect(item, pointsHundredths, doneBy([...earlier, repair]))
  const before = earlier.reduce((sum, one) => sum + one.restoredHundredths, 0)
  if (restoredHundredths <= before) throw refuse('repaired_already')
  return restoredHundredths - before
}

function doneBy(repairs: readonly Pick<Repair, 'way' | 'minutes'>[]): RepairDone {
  return {
    isMended: repairs.some(({ way }) => way === 'mending'),
    volunteeredMinutes: Math.max(0, ...repairs.map(({ minutes }) => minutes ?? 0)),
  }
}
