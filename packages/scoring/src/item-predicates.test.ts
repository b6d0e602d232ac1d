import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calibrate, findItem, parseRuleSheet, type RuleItem } from './index.ts'
import {
  circumstancesOf,
  countedIn,
  declaredCircumstances,
  doStarsChangePoints,
  findRatingItem,
  isEarnableByShift,
  isRatingItem,
  isRecordable,
  quantityOfMinutes,
} from './item-predicates.ts'
import { QUANTITY_PER_UNIT, type QuantityUnit, type StageName } from './rule-sheet.ts'

const garden = new URL('../fixtures/rule-sheets/dashigai-garden.json', import.meta.url)
const parsed = parseRuleSheet(JSON.parse(readFileSync(garden, 'utf8')))
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { sheet } = parsed

function itemOf(ref: string): RuleItem {
  const item = findItem(sheet, ref)
  if (item === undefined) throw new Error(`no item ${ref}`)
  return item
}

const rate = itemOf('garden-rate')
const watch = itemOf('watch-hour')
const litter = itemOf('plot-litter')
const lead = itemOf('activity-lead')

const perUnit = (unit: QuantityUnit, item: RuleItem = watch): RuleItem => ({
  ...item,
  base: { kind: 'per_unit', unit, perUnits: 1, pointsHundredths: 300, partUnits: 'pro_rata' },
})
const banded = (unit: QuantityUnit): RuleItem => ({
  ...watch,
  base: {
    kind: 'bands',
    unit,
    over: 'each',
    scope: 'person',
    bands: [{ ref: 'watch-band', fromQuantity: 60, totalHundredths: 300 }],
  },
})

/** An instant in Shanghai as milliseconds since 1970. */
const at = (instant: string) => Date.parse(`${instant}+08:00`)

describe('an item for rating a subject', () => {
  it('is a merit whose evidence is a rating', () => {
    expect(isRatingItem(rate)).toBe(true)
    expect(isRatingItem({ ...rate, kind: 'deduction' })).toBe(false)
    expect(isRatingItem({ ...rate, evidenceKinds: ['scan'] })).toBe(false)
  })

  it('is no shift whose post may be rated too', () => {
    expect(isRatingItem({ ...watch, evidenceKinds: ['check_in', 'rating'] })).toBe(false)
  })

  it('is the first of the sheet, or none where the village does not reward ratings', () => {
    expect(findRatingItem(sheet)).toBe(rate)
    const second = { ...rate, ref: 'second' }
    expect(findRatingItem({ ...sheet, items: [litter, second, rate] })).toBe(second)
    const without = sheet.items.filter(({ ref }) => ref !== rate.ref)
    expect(findRatingItem({ ...sheet, items: without })).toBeNull()
  })
})

const withStages = (...stages: readonly StageName[]) =>
  ({ items: [{ stages: stages.map((stage) => ({ stage })) }] }) as unknown as Parameters<
    typeof doStarsChangePoints
  >[0]

it('stars change points at a post only, and only where a rule asks passers-by', () => {
  expect(doStarsChangePoints(withStages('base', 'passers_by'), 'post')).toBe(true)
  expect(doStarsChangePoints(withStages('base', 'leader_score'), 'post')).toBe(false)
  expect(doStarsChangePoints({ items: [] }, 'post')).toBe(false)
  for (const kind of ['plot', 'yard', 'house', 'flock', 'shop'])
    expect(doStarsChangePoints(withStages('base', 'passers_by'), kind)).toBe(false)
})

describe('what of an attendance an item counts', () => {
  const counted: Record<QuantityUnit, ReturnType<typeof countedIn>> = {
    time: 'occurrence',
    minute: 'minutes',
    hour: 'minutes',
    gram: null,
    jin: null,
    kg: null,
    yuan: null,
    person: 'occurrence',
    piece: null,
    star: null,
  }

  it('is its minutes, one occurrence, or nothing, by the unit of its base', () => {
    expect(countedIn({ base: { kind: 'fixed', pointsHundredths: 300 } })).toBe('occurrence')
    for (const unit of Object.keys(QUANTITY_PER_UNIT) as QuantityUnit[])
      for (const item of [perUnit(unit), banded(unit)])
        expect(countedIn(item), `${item.base.kind} ${unit}`).toBe(counted[unit])
  })

  it('is a quantity in the item’s measure: all minutes, or one for any time at all', () => {
    expect(quantityOfMinutes(watch, 135)).toBe(135)
    expect(quantityOfMinutes(banded('minute'), 135)).toBe(135)
    expect([135, 1, 0].map((minutes) => quantityOfMinutes(lead, minutes))).toEqual([1, 1, 0])
    expect([135, 0].map((minutes) => quantityOfMinutes(perUnit('person'), minutes))).toEqual([1, 0])
    expect(quantityOfMinutes(watch, 0)).toBe(0)
  })
})

describe('who can earn an item how', () => {
  it('by a shift: a merit that counts minutes or occurrences, and is no rating', () => {
    expect(isEarnableByShift(watch)).toBe(true)
    expect(isEarnableByShift(lead)).toBe(true)
    expect(isEarnableByShift(itemOf('garden-compost'))).toBe(false) // kilograms
    expect(isEarnableByShift(itemOf('garden-upkeep'))).toBe(false) // stars
    expect(isEarnableByShift(rate)).toBe(false)
    expect(isEarnableByShift(litter)).toBe(false)
    expect(isEarnableByShift(perUnit('hour', litter))).toBe(false)
    expect(isEarnableByShift({ ...watch, evidenceKinds: ['check_in', 'rating'] })).toBe(true)
  })

  it('by a recorded deed: every merit but a rating, also what a shift earns', () => {
    for (const ref of ['tool-repair', 'garden-compost', 'garden-upkeep', 'watch-hour'])
      expect(isRecordable(itemOf(ref)), ref).toBe(true)
    expect(isRecordable(rate)).toBe(false)
    expect(isRecordable(litter)).toBe(false)
  })

  it('of the sheet, exactly the rating item and the deductions cannot be recorded', () => {
    const refs = sheet.items.filter((item) => !isRecordable(item)).map(({ ref }) => ref)
    expect(refs).toEqual(['garden-rate', 'plot-litter', 'r169', 'r172'])
  })
})

describe('the circumstances of an attendance', () => {
  it('that a proposal must name are those that no clock knows', () => {
    const codes = declaredCircumstances(watch).map(({ code }) => code)
    expect(codes).toEqual(['hard_weather', 'remote_post'])
    expect(declaredCircumstances(lead)).toEqual([])
  })

  it('hold for all of it where the proposal named them, for none of it where it did not', () => {
    const noon = at('2026-03-02T12:00')
    expect(circumstancesOf(watch, noon, 90, [])).toEqual([{ code: 'night', quantity: 0 }])
    expect(circumstancesOf(watch, noon, 90, ['remote_post'])).toEqual([
      { code: 'night', quantity: 0 },
      { code: 'remote_post', quantity: 90 },
    ])
    expect(circumstancesOf(watch, noon, 90, ['night', 'unheard_of'])).toEqual([
      { code: 'night', quantity: 0 },
    ])
  })

  it.each([
    ['before the stretch', '2026-03-02T20:00', 120, 0],
    ['across its beginning', '2026-03-02T21:30', 90, 60],
    ['across midnight', '2026-03-02T23:00', 120, 120],
    ['across its end', '2026-03-03T05:30', 90, 30],
    ['over a whole day', '2026-03-02T12:00', 1440, 480],
  ])('count the minutes of the night %s', (_, from, minutes, quantity) => {
    expect(circumstancesOf(watch, at(from), minutes, [])).toEqual([{ code: 'night', quantity }])
  })

  it('are those of the clock in Shanghai, wherever the phone or the server is', () => {
    const night = Date.parse('2026-03-02T14:00:00Z') // 22:00 in Shanghai
    expect(circumstancesOf(watch, night, 60, [])).toEqual([{ code: 'night', quantity: 60 }])
    // Seconds do not make another minute of it.
    expect(circumstancesOf(watch, night - 1000, 60, [])).toEqual([{ code: 'night', quantity: 59 }])
  })

  it('of an item of occurrences are named ones only, counted once', () => {
    const fixed: RuleItem = { ...watch, base: { kind: 'fixed', pointsHundredths: 300 } }
    const night = at('2026-03-02T23:00')
    expect(circumstancesOf(fixed, night, 120, ['hard_weather'])).toEqual([
      { code: 'hard_weather', quantity: 1 },
    ])
    expect(circumstancesOf(fixed, night, 0, ['hard_weather'])).toEqual([
      { code: 'hard_weather', quantity: 0 },
    ])
  })

  it('are none of an item whose rule knows none', () => {
    expect(circumstancesOf(itemOf('ditch-clean'), at('2026-03-02T23:00'), 60, ['night'])).toEqual(
      [],
    )
  })

  it('that were declared make the hour worth more, as in what a leader is shown', () => {
    const stages = watch.stages.filter(({ stage }) => stage !== 'cap')
    const uncapped = { ...sheet, items: [{ ...watch, caps: [], stages }] }
    const pointsOf = (named: readonly string[]) =>
      calibrate(uncapped, {
        itemRef: watch.ref,
        occurredOn: '2026-03-02',
        prior: [],
        competing: [],
        quantity: 60,
        leaderScore: 4,
        circumstances: circumstancesOf(watch, at('2026-03-02T12:00'), 60, named),
      }).pointsHundredths
    expect([pointsOf([]), pointsOf(['hard_weather'])]).toEqual([300, 360])
  })
})
