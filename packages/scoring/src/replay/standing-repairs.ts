import type { CivilDay } from '@azalea/text'
import { repairEffect } from '../award-life.ts'
import { noEffects } from './effects.ts'
import type { ReplayedAward } from './replayed-award.ts'
import type { ReplayRepair } from './replayed-contribution.ts'

/** A repair that stands, with what it gave back; null where the sheet gives nothing for it. */
interface StandingRepair {
  readonly repair: ReplayRepair
  readonly award: ReplayedAward | null
}

/** What was made good of deductions, and what the replayed sheet gives back for it. */
export class StandingRepairs {
  /** By the deduction. */
  readonly #standing = new Map<string, StandingRepair[]>()
  readonly #deductionOf = new Map<string, string>()

  /** Counts each way once, as the server does; the award, when the sheet gives something back. */
  take(repair: ReplayRepair, deduction: ReplayedAward): ReplayedAward | null {
    const earlier = this.#standing.get(repair.contributionId) ?? []
    const restored = restoredBy(deduction, [...earlier.map((one) => one.repair), repair])
    const before = earlier.reduce((sum, { award }) => sum + (award?.pointsHundredths ?? 0), 0)
    const award = restored > before ? awardFor(repair, deduction, restored - before) : null
    this.#standing.set(repair.contributionId, [...earlier, { repair, award }])
    this.#deductionOf.set(repair.repairId, repair.contributionId)
    return award
  }

  /** A repair that was entered by mistake. */
  takeBack(repairId: string): void {
    const contributionId = this.#deductionOf.get(repairId)
    if (contributionId === undefined) return
    const all = this.#standing.get(contributionId) ?? []
    for (const one of all) if (one.repair.repairId === repairId) reverse(one)
    this.#standing.set(
      contributionId,
      all.filter(({ repair }) => repair.repairId !== repairId),
    )
  }

  /** A deduction that never was leaves nothing to give back for. */
  takeBackAll(contributionId: string): void {
    for (const one of this.#standing.get(contributionId) ?? []) reverse(one)
    this.#standing.delete(contributionId)
  }

  /** The day on which the fault was mended; undefined while it is not. */
  mendedOn(contributionId: string): CivilDay | undefined {
    const mended = this.#standing
      .get(contributionId)
      ?.find(({ repair }) => repair.way === 'mending')
    return mended?.repair.occurredOn
  }
}

function restoredBy(
  { item, pointsHundredths }: ReplayedAward,
  repairs: readonly ReplayRepair[],
): number {
  if (item.kind !== 'deduction') return 0
  return repairEffect(item, pointsHundredths, {
    isMended: repairs.some(({ way }) => way === 'mending'),
    volunteeredMinutes: Math.max(0, ...repairs.map(({ minutes }) => minutes ?? 0)),
  }).restoredHundredths
}

function awardFor(
  { repairId, occurredOn }: ReplayRepair,
  { contribution, item }: ReplayedAward,
  pointsHundredths: number,
): ReplayedAward {
  return {
    contribution: {
      ...contribution,
      contributionId: repairId,
      sourceKind: 'repair',
      sourceId: repairId,
      occurredOn,
    },
    item,
    pointsHundredths,
    effects: { ...noEffects, repair: pointsHundredths },
    state: 'stands',
  }
}

function reverse({ award }: StandingRepair): void {
  if (award !== null) award.state = 'reversed'
}
