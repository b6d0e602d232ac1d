import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beatenBy,
  calibrate,
  capWindows,
  countedUsage,
  findItem,
  parseRuleSheet,
} from '../index.ts'
import type { CalibrationInput, RuleItem, RuleSheet } from '../index.ts'
import { compareReplays, measureOf, replayReach, SheetReplay } from './index.ts'
import type { ReplayContribution, ReplayEvent } from './index.ts'

const parsed = parseRuleSheet(
  JSON.parse(readFileSync(new URL('../../vectors/rule-sheet.json', import.meta.url), 'utf8')),
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const sheet: RuleSheet = parsed.sheet

const itemOf = (ref: string, of: RuleSheet = sheet): RuleItem => {
  const item = findItem(of, ref)
  if (item === undefined) throw new Error(`no ${ref}`)
  return item
}
const withItem = (ref: string, change: Partial<RuleItem>): RuleSheet => ({
  ...sheet,
  items: sheet.items.map((item) => (item.ref === ref ? { ...item, ...change } : item)),
})

let contributions = 0
function contribution(
  given: Partial<ReplayContribution> & { itemRef: string },
): ReplayContribution {
  contributions += 1
  return {
    contributionId: `contribution-${contributions}`,
    personId: 'chen',
    householdId: 'house-1',
    sourceKind: 'deed',
    sourceId: `source-${contributions}`,
    occurredOn: '2026-03-02',
    quantity: 1,
    measure: measureOf(itemOf(given.itemRef)),
    ...given,
  }
}
const told = (one: ReplayContribution): ReplayEvent => ({ kind: 'contribution', contribution: one })
function replay(events: readonly ReplayEvent[], by: RuleSheet = sheet): SheetReplay {
  const run = new SheetReplay(by)
  for (const event of events) run.take(event)
  return run
}
const pointsOf = ({ awards }: SheetReplay) =>
  awards.map(({ pointsHundredths, state }) => (state === 'stands' ? pointsHundredths : state))

/** The village's totals, kept naively: every sum is added up anew from all awards that stand. */
function naiveReplay(events: readonly ReplayEvent[]) {
  interface Award extends ReturnType<typeof countedUsage> {
    contribution: ReplayContribution
    item: RuleItem
    pointsHundredths: number
    stands: boolean
  }
  const awards: Award[] = []
  const inputOf = (
    item: RuleItem,
    one: ReplayContribution,
    rivals: readonly Award[],
  ): CalibrationInput => {
    const sign = item.kind === 'merit' ? 1 : -1
    const prior = capWindows(item, one.occurredOn).map((window) => {
      const owner = window.scope === 'person' ? one.personId : one.householdId
      const within = awards.filter(({ stands, contribution: other, item: itsItem }) => {
        const subjects = {
          item: itsItem.ref,
          category: itsItem.category,
          source: itsItem.source ?? itsItem.ref,
        }
        const its = window.scope === 'person' ? other.personId : other.householdId
        const isInside =
          (window.firstDay ?? '') <= other.occurredOn && other.occurredOn <= (window.lastDay ?? '9')
        return stands && its === owner && isInside && subjects[window.of] === window.key
      })
      const signed = within.filter(({ pointsHundredths }) => pointsHundredths * sign > 0)
      const { scope, of, key, window: span } = window
      return {
        scope,
        of,
        key,
        window: span,
        usedHundredths: signed.reduce((sum, a) => sum + Math.abs(a.pointsHundredths), 0),
        usedCount: signed.reduce((sum, a) => sum + a.countedOccurrences, 0),
        usedQuantity: within.reduce((sum, a) => sum + a.creditedQuantity, 0),
      }
    })
    const competing = rivals.map((rival) => ({
      itemRef: rival.item.ref,
      pointsHundredths: rival.contendingHundredths,
    }))
    return { ...one, itemRef: item.ref, prior, competing }
  }
  for (const event of events) {
    if (event.kind === 'reversal') {
      for (const award of awards)
        if (award.contribution.contributionId === event.contributionId) award.stands = false
      continue
    }
    if (event.kind !== 'contribution') throw new Error(`not in this village: ${event.kind}`)
    const one = event.contribution
    const item = itemOf(one.itemRef)
    const rivals = awards.filter(
      ({ stands, contribution: other }) => stands && other.sourceId === one.sourceId,
    )
    let calibration = calibrate(sheet, inputOf(item, one, rivals))
    const beats = beatenBy(calibration)
    const beaten = rivals.filter(
      (rival) =>
        rival.pointsHundredths !== 0 &&
        beats({ itemRef: rival.item.ref, pointsHundredths: rival.contendingHundredths }),
    )
    if (beaten.length > 0) {
      for (const rival of beaten) rival.stands = false
      calibration = calibrate(sheet, inputOf(item, one, rivals))
    }
    const { pointsHundredths } = calibration
    const used = countedUsage(item, one.quantity, calibration)
    awards.push({ contribution: one, item, pointsHundredths, stands: true, ...used })
  }
  return awards
}

const someDeed = fc
  .record({
    itemRef: fc.constantFrom(...sheet.items.map(({ ref }) => ref)),
    personId: fc.constantFrom('chen', 'li', 'zhou'),
    source: fc.integer({ min: 1, max: 12 }),
    occurredOn: fc.constantFrom('2026-03-02', '2026-03-03', '2026-04-01', '2027-01-01'),
    quantity: fc.integer({ min: 0, max: 600 }),
    leaderScore: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  })
  .map(({ source, personId, leaderScore, ...rest }) =>
    contribution({
      ...rest,
      personId,
      householdId: personId === 'zhou' ? 'house-2' : 'house-1',
      sourceId: `source-${source}`,
      ...(leaderScore === undefined ? {} : { leaderScore }),
    }),
  )
const someEvents = fc
  .array(fc.tuple(someDeed, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 60 })
  .map((list) =>
    list.flatMap(([one, lot], at): ReplayEvent[] => {
      const earlier = list[at - lot]?.[0]
      const isTakenBack = lot > 6 && earlier !== undefined
      return [
        told(one),
        ...(isTakenBack
          ? [{ kind: 'reversal', contributionId: earlier.contributionId } as const]
          : []),
      ]
    }),
  )

describe('a replay', () => {
  it('comes to what a replay comes to that adds everything up anew for each deed', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const run = replay(events)
        expect(run.unjudged).toEqual([])
        expect(
          run.awards.map(({ pointsHundredths, state }) => [pointsHundredths, state === 'stands']),
        ).toEqual(
          naiveReplay(events).map(({ pointsHundredths, stands }) => [pointsHundredths, stands]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('judges by a sheet as if it had always been in force', () => {
    const later = { ...sheet, effectiveFrom: '2027-01-01' }
    expect(pointsOf(replay([told(contribution({ itemRef: 'rate' }))], later))).toEqual([20])
  })

  it('frees the room under a cap that a reversed award had taken', () => {
    const rate = () => contribution({ itemRef: 'rate', quantity: 5 })
    const [first, second, third] = [rate(), rate(), rate()]
    const run = replay([
      told(first),
      told(second),
      { kind: 'reversal', contributionId: first.contributionId },
      told(third),
    ])
    expect(pointsOf(run)).toEqual(['reversed', 0, 100])
  })

  it('lets a higher award for the same deed take the place of a lower one', () => {
    const sourceId = 'ditch'
    const run = replay([
      told(contribution({ itemRef: 'clean', sourceId })),
      told(contribution({ itemRef: 'clean-machine', sourceId })),
      told(contribution({ itemRef: 'clean', sourceId })),
    ])
    expect(pointsOf(run)).toEqual(['beaten', 800, 0])
  })

  it('leaves standing what the highest did not compete with', () => {
    const sourceId = 'ditch'
    const groups: RuleSheet = {
      ...sheet,
      policies: { ...sheet.policies, onlyHighest: 'same_group' },
      items: sheet.items.map((item) =>
        item.ref === 'clean' || item.ref === 'clean-machine'
          ? { ...item, exclusiveGroup: 'ditch' }
          : item,
      ),
    }
    const run = replay(
      [
        told(contribution({ itemRef: 'donate', sourceId, quantity: 30_000 })),
        told(contribution({ itemRef: 'litter', sourceId })),
        told(contribution({ itemRef: 'clean', sourceId })),
        told(contribution({ itemRef: 'clean-machine', sourceId })),
      ],
      groups,
    )
    expect(pointsOf(run)).toEqual([300, -500, 'beaten', 800])
  })

  it('lets items of one group exclude each other within a day', () => {
    const group = { exclusiveGroup: 'ditch' }
    const [clean, machine] = [itemOf('clean'), itemOf('clean-machine')]
    const items = [
      { ...clean, ...group },
      { ...machine, ...group },
    ]
    const run = replay(
      [
        told(contribution({ itemRef: 'clean-machine' })),
        told(contribution({ itemRef: 'clean' })),
        told(contribution({ itemRef: 'clean', occurredOn: '2026-03-03' })),
        told(contribution({ itemRef: 'clean', personId: 'li' })),
      ],
      { ...sheet, items },
    )
    expect(pointsOf(run)).toEqual([800, 0, 500, 500])
  })

  it('tells which deeds the sheet cannot judge, and goes on', () => {
    const perKilo = { kind: 'per_unit', unit: 'kg', perUnits: 1, pointsHundredths: 5 } as const
    const draft = {
      ...withItem('rate', { base: { ...perKilo, partUnits: 'pro_rata' } }),
      items: withItem('rate', { base: { ...perKilo, partUnits: 'pro_rata' } }).items.filter(
        ({ ref }) => ref !== 'clean',
      ),
    }
    const bad = contribution({ itemRef: 'watch', quantity: 60, leaderScore: 9 })
    const run = replay(
      [
        told(contribution({ itemRef: 'clean' })),
        told(contribution({ itemRef: 'rate' })),
        told(bad),
      ],
      draft,
    )
    expect(run.awards).toEqual([])
    expect(run.unjudged.map(({ contribution: one, reason }) => [one.itemRef, reason])).toEqual([
      ['clean', 'missing_item'],
      ['rate', 'other_measure'],
      ['watch', 'unfit'],
    ])
  })

  it('counts what was measured once under an item by occurrences, without its circumstances', () => {
    const draft = withItem('watch', {
      base: { kind: 'fixed', pointsHundredths: 700 },
      caps: [],
      stages: [{ stage: 'base' }],
    })
    const circumstances = [{ code: 'night', quantity: 60 }]
    const watch = contribution({ itemRef: 'watch', quantity: 180, circumstances })
    expect(pointsOf(replay([told(watch)], draft))).toEqual([700])
  })

  it('leaves out circumstances that the draft has dropped', () => {
    const stages = itemOf('watch').stages.map((spec) =>
      spec.stage === 'circumstances' ? { ...spec, each: spec.each.slice(0, 1) } : spec,
    )
    const spec = itemOf('watch').stages.find((one) => one.stage === 'circumstances')
    const codes = spec?.stage === 'circumstances' ? spec.each.map(({ code }) => code) : []
    const circumstances = codes.map((code) => ({ code, quantity: 60 }))
    const run = replay(
      [told(contribution({ itemRef: 'watch', quantity: 60, circumstances }))],
      withItem('watch', { stages }),
    )
    expect(run.unjudged).toEqual([])
  })
})

describe('replayReach', () => {
  it('is the first day of the longest stretch that the sheet adds up over', () => {
    const only = (ref: string) => ({ ...sheet, items: [itemOf(ref)] })
    expect(replayReach(only('clean'), '2026-05-20')).toBe('2026-05-20')
    expect(replayReach(only('compost'), '2026-05-20')).toBe('2026-04-01')
    expect(replayReach(only('donate'), '2026-05-20')).toBe('2026-01-01')
    expect(replayReach(only('hours'), '2026-05-20')).toBeNull()
    expect(replayReach(sheet, '2026-05-20')).toBeNull()
  })
})

describe('compareReplays', () => {
  const households = [
    { householdId: 'house-1', groupNo: 1 },
    { householdId: 'house-2', groupNo: 2 },
    { householdId: 'house-3', groupNo: 2 },
  ]
  const march = { firstDay: '2026-03-01', lastDay: '2026-03-31' }
  const compare = (events: readonly ReplayEvent[], draft: RuleSheet) =>
    compareReplays(households, march, { current: replay(events), draft: replay(events, draft) })

  it('shows whose rank moves and which part of which item moved it', () => {
    const draft = withItem('rate', {
      base: { kind: 'fixed', pointsHundredths: 40 },
      caps: [{ scope: 'person', of: 'item', window: 'day', atMostHundredths: 100 }],
    })
    const other = { personId: 'zhou', householdId: 'house-2' }
    const outside = { itemRef: 'clean', occurredOn: '2026-04-01' }
    const comparison = compare(
      [
        told(contribution({ itemRef: 'rate', quantity: 4 })),
        told(contribution({ itemRef: 'rate', quantity: 2, ...other })),
        told(contribution({ itemRef: 'rate', occurredOn: '2026-03-05', quantity: 2, ...other })),
        told(contribution({ itemRef: 'rate', occurredOn: '2026-03-06', ...other })),
        told(contribution(outside)),
        told(contribution({ itemRef: 'clean', householdId: 'left' })),
      ],
      draft,
    )
    expect(comparison.totals.current).toMatchObject({ awards: 4, pointsHundredths: 180 })
    expect(comparison.totals.draft).toMatchObject({ awards: 4, pointsHundredths: 300 })
    expect(comparison.items.get('rate')?.draft).toEqual({ awards: 4, pointsHundredths: 300 })
    expect(comparison.groups.get(2)).toEqual({ current: 100, draft: 200 })
    expect(comparison.households).toEqual([
      {
        householdId: 'house-1',
        pointsHundredths: { current: 80, draft: 100 },
        rank: { current: 2, draft: 2 },
        changes: [
          { itemRef: 'rate', effect: 'worth', byHundredths: 80 },
          { itemRef: 'rate', effect: 'cap', byHundredths: -60 },
        ],
      },
      {
        householdId: 'house-2',
        pointsHundredths: { current: 100, draft: 200 },
        rank: { current: 1, draft: 1 },
        changes: [{ itemRef: 'rate', effect: 'worth', byHundredths: 100 }],
      },
      {
        householdId: 'house-3',
        pointsHundredths: { current: 0, draft: 0 },
        rank: { current: 3, draft: 3 },
        changes: [],
      },
    ])
  })

  it('gives reasons that add up to the difference, whatever happened', () => {
    const draft = withItem('watch', { stages: [{ stage: 'base' }, { stage: 'only_highest' }] })
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const { pointsHundredths, changes } of compare(events, draft).households)
          expect(changes.reduce((sum, { byHundredths }) => sum + byHundredths, 0)).toBe(
            pointsHundredths.draft - pointsHundredths.current,
          )
      }),
      { numRuns: 30 },
    )
  })
})
