import { readFileSync } from 'node:fs'
import { expect, describe, it } from 'vitest'
import { findItem, parseRuleSheet } from '../index.ts'
import type { Repair, RuleSheet } from '../index.ts'
import { compareReplays, measureOf, SheetReplay } from './index.ts'
import type { ReplayContribution, ReplayEvent } from './index.ts'

const parsed = parseRuleSheet(
  JSON.parse(readFileSync(new URL('../../vectors/rule-sheet.json', import.meta.url), 'utf8')),
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
// Litter costs 5 points, doubled on repeat; mending returns all, 240 minutes of volunteering half.
const sheet: RuleSheet = parsed.sheet
const litter = findItem(sheet, 'litter')
if (litter === undefined) throw new Error('no litter')
const withRepair = (repair: Repair[]): RuleSheet => ({
  ...sheet,
  items: sheet.items.map((item) => (item.ref === 'litter' ? { ...item, repair } : item)),
})

const littered = (
  contributionId: string,
  given: Partial<ReplayContribution> = {},
): ReplayEvent => ({
  kind: 'contribution',
  contribution: {
    contributionId,
    personId: 'chen',
    householdId: 'house-1',
    sourceKind: 'report',
    sourceId: contributionId,
    itemRef: 'litter',
    occurredOn: '2026-03-02',
    quantity: 1,
    measure: measureOf(litter),
    ...given,
  },
})
const final = (contributionId: string, on: string): ReplayEvent => ({
  kind: 'final',
  contributionId,
  on,
})
const mended = (contributionId: string, repairId = `${contributionId}-mended`): ReplayEvent => ({
  kind: 'repair',
  repair: { repairId, contributionId, way: 'mending', minutes: null, occurredOn: '2026-03-20' },
})
const volunteered = (contributionId: string, minutes: number): ReplayEvent => ({
  kind: 'repair',
  repair: {
    repairId: `${contributionId}-volunteered`,
    contributionId,
    way: 'volunteering',
    minutes,
    occurredOn: '2026-03-18',
  },
})
function replay(events: readonly ReplayEvent[], by: RuleSheet = sheet): SheetReplay {
  const run = new SheetReplay(by)
  for (const event of events) run.take(event)
  return run
}
const pointsOf = ({ awards }: SheetReplay) =>
  awards.map(({ pointsHundredths, state }) => (state === 'stands' ? pointsHundredths : state))

describe('repairs in a replay', () => {
  it.each<[string, ReplayEvent[], (number | string)[]]>([
    ['returns all when it is mended', [mended('a')], [-500, 500]],
    ['returns half for volunteering', [volunteered('a', 240)], [-500, 250]],
    ['returns nothing for too short a time', [volunteered('a', 239)], [-500]],
    ['returns never more than was taken', [volunteered('a', 240), mended('a')], [-500, 250, 250]],
    ['counts each way once', [mended('a'), mended('a', 'again')], [-500, 500]],
    ['knows nothing of a repair of what never was', [mended('b')], [-500]],
    [
      'goes with the deduction that it was for',
      [mended('a'), { kind: 'reversal', contributionId: 'a' }],
      ['reversed', 'reversed'],
    ],
    [
      'is taken back by itself',
      [mended('a'), { kind: 'reversal', contributionId: 'a-mended' }, volunteered('a', 300)],
      [-500, 'reversed', 250],
    ],
  ])('%s', (_, events, points) => {
    expect(pointsOf(replay([littered('a'), ...events]))).toEqual(points)
  })

  it('is what the replayed sheet gives for it', () => {
    const events = [littered('a'), volunteered('a', 120), mended('a')]
    const draft = withRepair([{ by: 'volunteering', minutes: 120, restoresPermille: 300 }])
    expect(pointsOf(replay(events))).toEqual([-500, 500])
    expect(pointsOf(replay(events, draft))).toEqual([-500, 150])
    expect(pointsOf(replay(events, withRepair([])))).toEqual([-500])
  })

  it('tells by how much a repair moved whom', () => {
    const events = [littered('a'), volunteered('a', 240)]
    const period = { firstDay: '2026-03-01', lastDay: '2026-03-31' }
    const { households, items } = compareReplays([{ householdId: 'house-1', groupNo: 1 }], period, {
      current: replay(events),
      draft: replay(events, withRepair([])),
    })
    expect(households[0]).toMatchObject({
      pointsHundredths: { current: -250, draft: -500 },
      changes: [{ itemRef: 'litter', effect: 'repair', byHundredths: -250 }],
    })
    expect(items.get('litter')?.current).toEqual({ awards: 2, pointsHundredths: -250 })
  })
})

describe('repetition in a replay', () => {
  const again = (occurredOn: string, given: Partial<ReplayContribution> = {}) =>
    littered('again', { occurredOn, ...given })
  const first = littered('a')
  const started = final('a', '2026-03-10')

  it.each<[string, ReplayEvent[], number]>([
    ['doubles while an earlier one is in force', [started, again('2026-03-15')], -1000],
    ['not before the earlier one was final', [again('2026-03-15'), started], -500],
    ['not for what was done before it counted', [started, again('2026-03-09')], -500],
    ['not for another household', [started, again('2026-03-15', { householdId: 'b' })], -500],
    ['not after it was mended', [started, mended('a'), again('2026-03-20')], -500],
    ['still on the day before', [started, mended('a'), again('2026-03-19')], -1000],
    [
      'not when the earlier one was taken back',
      [started, { kind: 'reversal', contributionId: 'a' }, again('2026-03-15')],
      -500,
    ],
  ])('%s', (_, events, points) => {
    const { awards } = replay([first, ...events])
    expect(
      awards.find(({ contribution }) => contribution.contributionId === 'again')?.pointsHundredths,
    ).toBe(points)
  })
})
