import fs from 'node:fs'
import path from 'node:path'
import { calibrate, capWindows, findItem, parseRuleSheet } from '@azalea/scoring'
import type { PriorUsage, RuleItem, RuleSheet } from '@azalea/scoring'
import { SeededRandom } from '@azalea/scoring/attack-lab'
import { compareReplays, measureOf, SheetReplay } from '@azalea/scoring/replay'
import type { ReplayContribution } from '@azalea/scoring/replay'

export interface ReplayResult {
  contributions: number
  households: number
  items: number
  /** Of one sheet; the median of the rounds. */
  replaySeconds: number
  /** Both sheets and their comparison: what the committee waits for besides the reading. */
  comparisonSeconds: number
  /** Only `calibrate`, again and again, without any book of caps and rivals. */
  bareSeconds: number
}

const root = path.resolve(import.meta.dirname, '../..')
const garden = path.join(root, 'packages/scoring/fixtures/rule-sheets/dashigai-garden.json')
const period = { firstDay: '2026-04-01', lastDay: '2026-06-30' }
const rounds = 3

/** A quarter of a village far larger than any: ratings, shifts and deeds under a garden's sheet. */
export function measureReplay(): ReplayResult {
  const sheet = gardenSheet()
  const households = Array.from({ length: 2_000 }, (_, no) => ({
    householdId: `household-${no}`,
    groupNo: 1 + (no % 20),
  }))
  const contributions = contributionsOf(sheet, households.length, 100_000)
  const draft = dearer(sheet)
  const replayed = (by: RuleSheet) => {
    const replay = new SheetReplay(by)
    for (const contribution of contributions) replay.take({ kind: 'contribution', contribution })
    return replay
  }
  return {
    contributions: contributions.length,
    households: households.length,
    items: sheet.items.length,
    replaySeconds: secondsOf(() => replayed(sheet)),
    comparisonSeconds: secondsOf(() =>
      compareReplays(households, period, { current: replayed(sheet), draft: replayed(draft) }),
    ),
    bareSeconds: secondsOf(() => bare(sheet, contributions)),
  }
}

function gardenSheet(): RuleSheet {
  const parsed = parseRuleSheet(JSON.parse(fs.readFileSync(garden, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.sheet
}

function dearer(sheet: RuleSheet): RuleSheet {
  const double = (item: RuleItem): RuleItem =>
    item.base.kind === 'bands'
      ? item
      : { ...item, base: { ...item.base, pointsHundredths: item.base.pointsHundredths * 2 } }
  return { ...sheet, items: sheet.items.map(double) }
}

/** Three of five are ratings, one a shift, one anything else; spread over ninety days in order. */
function contributionsOf(
  sheet: RuleSheet,
  households: number,
  count: number,
): ReplayContribution[] {
  const random = new SeededRandom(4001)
  const merits = sheet.items.filter(({ kind }) => kind === 'merit')
  return Array.from({ length: count }, (_, no) => {
    const lot = random.whole(0, 5 - 1)
    const refs = { 3: 'watch-hour', 4: merits[random.whole(0, merits.length - 1)]?.ref }
    const itemRef = refs[lot as 3 | 4] ?? 'garden-rate'
    const item = findItem(sheet, itemRef)
    if (item === undefined) throw new Error(`no ${itemRef}`)
    const household = random.whole(0, households - 1)
    const dayNo = Math.floor((no / count) * 90)
    return {
      contributionId: `contribution-${no}`,
      personId: `person-${household}-${random.whole(0, 3 - 1)}`,
      householdId: `household-${household}`,
      sourceKind: itemRef === 'garden-rate' ? 'rating' : 'attendance',
      sourceId: `source-${no}`,
      itemRef,
      measure: measureOf(item),
      quantity: measureOf(item) === 'minutes' ? 30 + random.whole(0, 200 - 1) : 1,
      occurredOn: `2026-${String(4 + Math.floor(dayNo / 30)).padStart(2, '0')}-${String(1 + (dayNo % 30)).padStart(2, '0')}`,
      leaderScore: 1 + random.whole(0, 5 - 1),
    }
  })
}

function bare(sheet: RuleSheet, contributions: readonly ReplayContribution[]): number {
  const nothingUsed = new Map<string, PriorUsage[]>()
  let sum = 0
  for (const contribution of contributions) {
    const known = nothingUsed.get(contribution.itemRef)
    const prior = known ?? priorOf(sheet, contribution)
    if (known === undefined) nothingUsed.set(contribution.itemRef, prior)
    sum += calibrate(sheet, { ...contribution, prior, competing: [] }).pointsHundredths
  }
  return sum
}

function priorOf(sheet: RuleSheet, { itemRef, occurredOn }: ReplayContribution): PriorUsage[] {
  const item = findItem(sheet, itemRef)
  if (item === undefined) throw new Error(`no ${itemRef}`)
  const nothing = { usedHundredths: 0, usedCount: 0, usedQuantity: 0 }
  return capWindows(item, occurredOn).map((window) => ({ ...window, ...nothing }))
}

function secondsOf(work: () => unknown): number {
  const took = Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return (performance.now() - began) / 1000
  }).toSorted((a, b) => a - b)
  return Math.round((took[Math.floor(rounds / 2)] ?? Number.NaN) * 1000) / 1000
}
