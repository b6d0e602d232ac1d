import { findItem, type RuleItem, type RuleSheet, wordsIn } from '@azalea/scoring'
import type {
  BothSides,
  HouseholdComparison,
  ReplayPeriod,
  SheetComparison,
  UnjudgedContribution,
  UnjudgedReason,
} from '@azalea/scoring/replay'
import type { Language } from '../../../platform/http/language.ts'
import { maskName, type HouseholdBrief } from '../../community/index.ts'
import type { PeriodKind } from './sandbox-period.ts'
import type { SandboxAnswer } from './schema.ts'

const MOST_MOVES = 100
const MOST_CHANGES = 5

export interface SheetVersion {
  readonly ruleSheetId: string
  readonly version: number
  readonly sheet: RuleSheet
}

interface Compared {
  readonly period: ReplayPeriod & { readonly kind: PeriodKind }
  readonly sheets: BothSides<SheetVersion>
  readonly contributions: number
  readonly households: ReadonlyMap<string, HouseholdBrief>
  readonly comparison: SheetComparison
  /** Deeds of the period that the draft cannot judge. */
  readonly unjudged: readonly UnjudgedContribution[]
}

/** A comparison as the committee reads it: heads masked as on the board, items in the reader's words. */
export function presentComparison(compared: Compared, language: Language): SandboxAnswer {
  const { period, sheets, contributions, comparison, unjudged } = compared
  const nameOf = (itemRef: string) => wordsIn(itemIn(sheets, itemRef)?.name, language) ?? itemRef
  const current = new Set(sheets.current.sheet.items.map(({ ref }) => ref))
  const moved = comparison.households.filter(({ rank }) => rank.current !== rank.draft)
  return {
    period,
    sheets: {
      current: presentSheet(sheets.current, language),
      draft: presentSheet(sheets.draft, language),
    },
    contributions,
    totals: { current: { ...comparison.totals.current }, draft: { ...comparison.totals.draft } },
    items: presentItems(comparison, nameOf),
    groups: presentGroups(compared),
    households: comparison.households.length,
    movedHouseholds: moved.length,
    moves: presentMoves(compared, moved, language),
    unjudged: presentUnjudged(unjudged, nameOf),
    newItems: sheets.draft.sheet.items
      .filter(({ ref }) => !current.has(ref))
      .map(({ name }) => wordsIn(name, language)),
  }
}

function presentSheet({ ruleSheetId, version, sheet }: SheetVersion, language: Language) {
  return { ruleSheetId, version, title: wordsIn(sheet.title, language) }
}

function itemIn({ current, draft }: BothSides<SheetVersion>, ref: string): RuleItem | undefined {
  return findItem(current.sheet, ref) ?? findItem(draft.sheet, ref)
}

function presentItems({ items }: SheetComparison, nameOf: (itemRef: string) => string) {
  return [...items]
    .map(([itemRef, { current, draft }]) => ({
      itemRef,
      itemName: nameOf(itemRef),
      awards: { current: current.awards, draft: draft.awards },
      pointsHundredths: { current: current.pointsHundredths, draft: draft.pointsHundredths },
    }))
    .toSorted((a, b) => largest(b.pointsHundredths) - largest(a.pointsHundredths))
}

function largest({ current, draft }: BothSides<number>): number {
  return Math.max(Math.abs(current), Math.abs(draft))
}

function presentGroups({ comparison, households }: Compared) {
  const names = new Map([...households.values()].map((one) => [one.groupNo, one.groupName]))
  return [...comparison.groups]
    .toSorted(([a], [b]) => a - b)
    .map(([groupNo, pointsHundredths]) => ({
      groupNo,
      groupName: names.get(groupNo) ?? '',
      pointsHundredths,
    }))
}

function presentMoves(
  { households, sheets, unjudged }: Compared,
  moved: readonly HouseholdComparison[],
  language: Language,
): SandboxAnswer['moves'] {
  const reasons = new Map(
    unjudged.map(({ contribution, reason }) => [contribution.itemRef, reason]),
  )
  const distance = ({ rank }: HouseholdComparison) => Math.abs(rank.draft - rank.current)
  return moved
    .toSorted(
      (a, b) =>
        distance(b) - distance(a) ||
        a.rank.draft - b.rank.draft ||
        (a.householdId < b.householdId ? -1 : 1),
    )
    .slice(0, MOST_MOVES)
    .map((move, index) => {
      const household = households.get(move.householdId)
      return {
        no: index + 1,
        headMasked: maskName(household?.headName ?? null),
        groupName: household?.groupName ?? '',
        rank: move.rank,
        pointsHundredths: move.pointsHundredths,
        changes: presentChanges(move, sheets, reasons, language),
      }
    })
}

/**
 * Why a household's points differ, the largest reasons first. Deductions and what is published in
 * totals only are not named beside a household, and nothing is said of their parts.
 */
function presentChanges(
  { changes }: HouseholdComparison,
  sheets: BothSides<SheetVersion>,
  reasons: ReadonlyMap<string, UnjudgedReason>,
  language: Language,
) {
  type Shown = SandboxAnswer['moves'][number]['changes'][number]
  const sums = new Map<string, Shown>()
  for (const { itemRef, effect: part, byHundredths } of changes) {
    const item = itemIn(sheets, itemRef)
    const isNamed = item !== undefined && mayBeNamed(item)
    const effect = isNamed ? (reasons.get(itemRef) ?? part) : 'other'
    const key = isNamed ? `${itemRef} ${effect}` : ''
    const before = sums.get(key)?.byHundredths ?? 0
    const itemName = isNamed ? wordsIn(item.name, language) : null
    sums.set(key, { itemName, effect, byHundredths: before + byHundredths })
  }
  return [...sums.values()]
    .filter(({ byHundredths }) => byHundredths !== 0)
    .toSorted((a, b) => Math.abs(b.byHundredths) - Math.abs(a.byHundredths))
    .slice(0, MOST_CHANGES)
}

function mayBeNamed({ kind, publicity }: RuleItem): boolean {
  return kind === 'merit' && (publicity === 'named_with_consent' || publicity === 'masked')
}

function presentUnjudged(
  unjudged: readonly UnjudgedContribution[],
  nameOf: (itemRef: string) => string,
) {
  const counts = new Map<
    string,
    { itemRef: string; reason: UnjudgedReason; contributions: number }
  >()
  for (const { contribution, reason } of unjudged) {
    const key = `${reason} ${contribution.itemRef}`
    const contributions = (counts.get(key)?.contributions ?? 0) + 1
    counts.set(key, { itemRef: contribution.itemRef, reason, contributions })
  }
  return [...counts.values()]
    .map((one) => ({ ...one, itemName: nameOf(one.itemRef) }))
    .toSorted((a, b) => b.contributions - a.contributions)
}
