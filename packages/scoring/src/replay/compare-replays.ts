import type { CivilDay } from '@azalea/text'
import { beatenEffects, effectKinds, noEffects } from './effects.ts'
import type { EffectKind, Effects } from './effects.ts'
import { inequalityOf } from './inequality.ts'
import type { Inequality } from './inequality.ts'
import type { SheetReplay } from './replay-sheet.ts'
import type { ReplayedAward } from './replayed-award.ts'

export interface ReplayHousehold {
  readonly householdId: string
  readonly groupNo: number
}

/** Both days included. */
export interface ReplayPeriod {
  readonly firstDay: CivilDay
  readonly lastDay: CivilDay
}

export type Side = 'current' | 'draft'
/** A value under the sheet in force, and under the draft. */
export type BothSides<T> = Readonly<Record<Side, T>>

export interface SideTotals extends Inequality {
  /** Awards of the period that stand, those of no points included. */
  readonly awards: number
  readonly pointsHundredths: number
}

export interface ItemTotals {
  readonly awards: number
  readonly pointsHundredths: number
}

/** One reason why a household's points differ: what of which item, by how much under the draft. */
export interface Change {
  readonly itemRef: string
  readonly effect: EffectKind
  readonly byHundredths: number
}

export interface HouseholdComparison {
  readonly householdId: string
  readonly pointsHundredths: BothSides<number>
  /** 1 + how many households have more; equals share a rank. */
  readonly rank: BothSides<number>
  /** The largest first; together they are the difference of the points. */
  readonly changes: readonly Change[]
}

export interface SheetComparison {
  readonly totals: BothSides<SideTotals>
  /** By the item's ref, every item with an award on either side. */
  readonly items: ReadonlyMap<string, BothSides<ItemTotals>>
  readonly groups: ReadonlyMap<number, BothSides<number>>
  /** In the order given. */
  readonly households: readonly HouseholdComparison[]
}

interface Tally {
  awards: number
  pointsHundredths: number
  readonly items: Map<string, { awards: number; pointsHundredths: number }>
  /** By household, then by item. */
  readonly effects: Map<string, Map<string, Record<EffectKind, number>>>
  readonly points: Map<string, number>
}

/**
 * Holds what deeds of a period came to under two sheets side by side: totals by item and group, how
 * unevenly the points are spread over all households given, and for each household its points, its
 * rank, and why they differ. Awards of other households count nowhere.
 */
export function compareReplays(
  households: readonly ReplayHousehold[],
  period: ReplayPeriod,
  replays: BothSides<Pick<SheetReplay, 'awards'>>,
): SheetComparison {
  const members = new Set(households.map(({ householdId }) => householdId))
  const tallies = bothSides((side) => tallyOf(members, period, replays[side].awards))
  const pointsOf = (side: Side, householdId: string) => tallies[side].points.get(householdId) ?? 0
  const all = bothSides((side) => households.map(({ householdId }) => pointsOf(side, householdId)))
  const ranks = bothSides((side) => ranksOf(all[side]))
  return {
    totals: bothSides((side) => ({
      awards: tallies[side].awards,
      pointsHundredths: tallies[side].pointsHundredths,
      ...inequalityOf(all[side]),
    })),
    items: itemsOf(tallies),
    groups: groupsOf(households, pointsOf),
    households: households.map(({ householdId }, at) => ({
      householdId,
      pointsHundredths: bothSides((side) => pointsOf(side, householdId)),
      rank: bothSides((side) => ranks[side][at] ?? households.length),
      changes: changesOf(
        tallies.current.effects.get(householdId),
        tallies.draft.effects.get(householdId),
      ),
    })),
  }
}

function bothSides<T>(of: (side: Side) => T): BothSides<T> {
  return { current: of('current'), draft: of('draft') }
}

function tallyOf(
  members: ReadonlySet<string>,
  { firstDay, lastDay }: ReplayPeriod,
  awards: readonly ReplayedAward[],
): Tally {
  const tally: Tally = {
    awards: 0,
    pointsHundredths: 0,
    items: new Map(),
    effects: new Map(),
    points: new Map(),
  }
  for (const award of awards) {
    const { occurredOn, householdId } = award.contribution
    if (award.state === 'reversed' || occurredOn < firstDay || occurredOn > lastDay) continue
    if (members.has(householdId)) count(tally, award)
  }
  return tally
}

function count(
  tally: Tally,
  { contribution, item, pointsHundredths, effects, state }: ReplayedAward,
): void {
  const { householdId } = contribution
  const ofHousehold =
    tally.effects.get(householdId) ?? new Map<string, Record<EffectKind, number>>()
  tally.effects.set(householdId, ofHousehold)
  const sums = ofHousehold.get(item.ref) ?? { ...noEffects }
  ofHousehold.set(item.ref, sums)
  const parts = state === 'beaten' ? beatenEffects(effects) : effects
  for (const kind of effectKinds) sums[kind] += parts[kind]
  if (state === 'beaten') return
  tally.awards += 1
  tally.pointsHundredths += pointsHundredths
  tally.points.set(householdId, (tally.points.get(householdId) ?? 0) + pointsHundredths)
  const ofItem = tally.items.get(item.ref) ?? { awards: 0, pointsHundredths: 0 }
  tally.items.set(item.ref, {
    awards: ofItem.awards + 1,
    pointsHundredths: ofItem.pointsHundredths + pointsHundredths,
  })
}

function ranksOf(points: readonly number[]): number[] {
  const firstAt = new Map<number, number>()
  for (const [at, one] of points.toSorted((a, b) => b - a).entries())
    if (!firstAt.has(one)) firstAt.set(one, at + 1)
  return points.map((one) => firstAt.get(one) ?? points.length)
}

function itemsOf(tallies: BothSides<Tally>): Map<string, BothSides<ItemTotals>> {
  const refs = new Set([...tallies.current.items.keys(), ...tallies.draft.items.keys()])
  const none = { awards: 0, pointsHundredths: 0 }
  return new Map(
    [...refs].map((ref) => [ref, bothSides((side) => tallies[side].items.get(ref) ?? none)]),
  )
}

function groupsOf(
  households: readonly ReplayHousehold[],
  pointsOf: (side: Side, householdId: string) => number,
): Map<number, BothSides<number>> {
  const groups = new Map<number, BothSides<number>>()
  for (const { householdId, groupNo } of households) {
    const sums = groups.get(groupNo)
    groups.set(
      groupNo,
      bothSides((side) => (sums?.[side] ?? 0) + pointsOf(side, householdId)),
    )
  }
  return groups
}

function changesOf(
  current: ReadonlyMap<string, Effects> = new Map(),
  draft: ReadonlyMap<string, Effects> = new Map(),
): Change[] {
  const refs = [...new Set([...current.keys(), ...draft.keys()])]
  const changes = refs.flatMap((itemRef) =>
    effectKinds.map((effect) => ({
      itemRef,
      effect,
      byHundredths: (draft.get(itemRef)?.[effect] ?? 0) - (current.get(itemRef)?.[effect] ?? 0),
    })),
  )
  return changes
    .filter(({ byHundredths }) => byHundredths !== 0)
    .toSorted((a, b) => Math.abs(b.byHundredths) - Math.abs(a.byHundredths))
}
