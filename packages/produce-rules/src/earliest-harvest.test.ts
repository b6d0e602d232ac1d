import { addCivilDays, civilDay } from '@azalea/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideApplication,
  earliestHarvest,
  harvestAfter,
  termsOf,
  type Application,
  type ApprovedList,
  type ApprovedUse,
} from './index.ts'

const start = '2026-09-01'
const dayNo = fc.integer({ min: 0, max: 90 })
const crops = ['白菜', '番茄']
const numbers = ['PD0001', 'PD0002', 'PD0003']

const use: fc.Arbitrary<ApprovedUse> = fc.record({
  kind: fc.constant('pesticide' as const),
  name: fc.constant('药'),
  registrationNumber: fc.constantFrom(...numbers),
  substances: fc.constantFrom(['甲'], ['乙'], ['甲', '乙']),
  crops: fc.subarray(crops, { minLength: 1 }),
  unit: fc.constant('g' as const),
  leastPerMu: fc.constant(1_000),
  mostPerMu: fc.constant(5_000),
  mostUses: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  preHarvestDays: fc.integer({ min: 0, max: 40 }),
  reEntryHours: fc.integer({ min: 0, max: 72 }),
  isOrganic: fc.boolean(),
  validFrom: fc.constant('2026-01-01'),
  validTo: fc.constant(null),
  source: fc.constant('test'),
})

const listsOf = fc
  .array(fc.tuple(dayNo, fc.array(use, { maxLength: 4 })), { maxLength: 4 })
  .map((rows) =>
    rows.map(([day, uses], no): ApprovedList => ({
      version: no + 1,
      inForceFrom: addCivilDays(start, day),
      uses,
    })),
  )

const application: fc.Arbitrary<Application> = fc
  .tuple(use, dayNo, fc.integer({ min: 0, max: 23 }), fc.constantFrom(...crops))
  .map(([one, day, hour, crop]) => ({
    ...termsOf(one),
    crop,
    season: 'autumn',
    appliedAt: `${addCivilDays(start, day)}T${String(hour).padStart(2, '0')}:00:00+08:00`,
  }))
const applications = fc.array(application, { maxLength: 8 })

const applied = (day: string, preHarvestDays: number, reEntryHours = 0): Application => ({
  registrationNumber: 'PD0001',
  substances: ['甲'],
  crop: '白菜',
  season: 'autumn',
  appliedAt: `${day}T18:00:00+08:00`,
  mostUses: 1,
  preHarvestDays,
  reEntryHours,
})

describe('the first day of harvest', () => {
  it('is when the longest interval has passed, whatever grew there', () => {
    expect(earliestHarvest([])).toBeNull()
    const long = { ...applied('2026-11-20', 24), crop: '水稻', season: 'summer' }
    expect(earliestHarvest([applied('2026-12-05', 7), long])).toBe('2026-12-14')
    expect(earliestHarvest([applied('2026-12-05', 0, 25)])).toBe('2026-12-07')
  })

  it('falls on a day of China, also for what is entered in the evening of another zone', () => {
    const late = { ...applied('2026-12-01', 7), appliedAt: '2026-12-06T17:00:00Z' }
    expect(earliestHarvest([late])).toBe('2026-12-14')
  })

  it('comes later by a list that lengthens the interval, never earlier by one that shortens it', () => {
    const base = fc.sample(use, { numRuns: 1, seed: 7 })[0] as ApprovedUse
    const next = (preHarvestDays: number): ApprovedList[] => [
      {
        version: 2,
        inForceFrom: '2026-12-06',
        uses: [{ ...base, registrationNumber: 'PD0001', crops: ['白菜'], preHarvestDays }],
      },
    ]
    expect(earliestHarvest([applied('2026-12-05', 7)], next(14))).toBe('2026-12-19')
    expect(earliestHarvest([applied('2026-12-05', 7)], next(1))).toBe('2026-12-12')
  })

  it('undercuts no interval, in whatever order things were entered', () => {
    fc.assert(
      fc.property(applications, listsOf, (all, lists) => {
        const earliest = earliestHarvest(all, lists)
        for (const one of all) {
          const interval = addCivilDays(civilDay(one.appliedAt), one.preHarvestDays)
          expect(earliest !== null && earliest >= interval).toBe(true)
        }
      }),
    )
  })

  it('is the same for any order of applications and of lists', () => {
    const shuffled = <T>(rows: fc.Arbitrary<T[]>) =>
      rows.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled(applications), shuffled(listsOf), ([all, mixed], [lists, others]) => {
        expect(earliestHarvest(mixed, others)).toBe(earliestHarvest(all, lists))
      }),
    )
  })

  it('is never earlier for one more application, entered late or not, or one more list', () => {
    fc.assert(
      fc.property(applications, application, listsOf, listsOf, (all, one, lists, more) => {
        const before = earliestHarvest(all, lists) ?? ''
        expect((earliestHarvest([...all, one], lists) ?? '') >= before).toBe(true)
        expect((earliestHarvest(all, [...lists, ...more]) ?? '') >= before).toBe(true)
      }),
    )
  })

  it('comes after what a correction puts in the place of an application', () => {
    fc.assert(
      fc.property(applications, application, application, (all, wrong, right) => {
        const corrected = earliestHarvest([...all, right])
        expect(corrected !== null && corrected >= harvestAfter(right)).toBe(true)
        expect(earliestHarvest([...all, wrong, right]) ?? '').toBe(
          [corrected ?? '', harvestAfter(wrong)].toSorted().at(-1),
        )
      }),
    )
  })
})

it('never allows an application within the interval before a harvest that is known', () => {
  const request = fc.record({
    registrationNumber: fc.constantFrom(...numbers),
    crop: fc.constantFrom(...crops),
    season: fc.constant('autumn'),
    seasonEndsOn: fc.constant('2026-12-31'),
    at: dayNo.map((day) => `${addCivilDays(start, day)}T10:00:00+08:00`),
    amount: fc.constant({ unit: 'g' as const, thousandths: 3_000 }),
    areaSquareMetres: fc.constant(667),
    harvestDays: fc.array(
      dayNo.map((day) => addCivilDays(start, day)),
      { maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(listsOf, request, applications, (lists, asked, all) => {
      const { isAllowed, use: found } = decideApplication(lists, asked, all)
      const mixed = decideApplication(lists.toReversed(), asked, all.toReversed())
      expect(mixed.isAllowed).toBe(isAllowed)
      if (!isAllowed || found === null) return
      const day = civilDay(asked.at)
      const one = { ...termsOf(found), crop: asked.crop, season: 'autumn', appliedAt: asked.at }
      const from = harvestAfter(one)
      expect(asked.harvestDays.filter((harvest) => harvest >= day && harvest < from)).toEqual([])
    }),
  )
})
