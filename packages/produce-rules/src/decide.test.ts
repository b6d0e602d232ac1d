import { describe, expect, it } from 'vitest'
import {
  decideApplication,
  termsOf,
  type Application,
  type ApplicationRequest,
  type ApprovedList,
  type ApprovedUse,
} from './index.ts'

const oil: ApprovedUse = {
  kind: 'pesticide',
  name: '试验乳油',
  registrationNumber: 'PD0001',
  substances: ['甲'],
  crops: ['白菜'],
  unit: 'ml',
  leastPerMu: 30_000,
  mostPerMu: 40_000,
  mostUses: 2,
  preHarvestDays: 7,
  reEntryHours: 24,
  isOrganic: false,
  validFrom: '2026-01-01',
  validTo: null,
  source: 'test',
}
const powder: ApprovedUse = { ...oil, registrationNumber: 'PD0002', unit: 'g', mostUses: 1 }
const lists: ApprovedList[] = [{ version: 1, inForceFrom: '2026-03-01', uses: [oil, powder] }]

const asked: ApplicationRequest = {
  registrationNumber: 'PD0001',
  crop: '白菜',
  season: 'autumn',
  seasonEndsOn: '2026-12-31',
  at: '2026-12-07T09:00:00+08:00',
  amount: { unit: 'ml', thousandths: 35_000 },
  areaSquareMetres: 667,
  harvestDays: [],
}

const applied = (use: ApprovedUse, day: string): Application => ({
  ...termsOf(use),
  crop: '白菜',
  season: 'autumn',
  appliedAt: `${day}T09:00:00+08:00`,
})

const decide = (change: Partial<ApplicationRequest> = {}, before: Application[] = []) =>
  decideApplication(lists, { ...asked, ...change }, before)
const codes = (...args: Parameters<typeof decide>) =>
  decide(...args).reasons.map(({ code }) => code)

describe('a product on a plot', () => {
  it('is allowed by the list in force, with the dose for the area', () => {
    expect(decide()).toMatchObject({
      isAllowed: true,
      reasons: [],
      possibleAgainFrom: null,
      dose: { least: { thousandths: 30_015 }, most: { thousandths: 40_020 } },
    })
  })

  it('is refused when no list in force names it, however often an old one did', () => {
    expect(codes({ registrationNumber: 'PD0009' })).toEqual(['not_on_list'])
    const next: ApprovedList = { version: 2, inForceFrom: '2026-12-01', uses: [powder] }
    expect(decideApplication([...lists, next], asked, []).reasons).toEqual([
      { code: 'not_on_list', possibleFrom: null },
    ])
    const later: ApprovedList = { version: 3, inForceFrom: '2026-12-20', uses: [oil] }
    expect(decideApplication([...lists, next, later], asked, []).possibleAgainFrom).toBe(
      '2026-12-20',
    )
    expect(decideApplication([], asked, []).isAllowed).toBe(false)
    const ended = { ...oil, validTo: '2026-12-06' }
    expect(
      decideApplication([{ version: 1, inForceFrom: '2026-03-01', uses: [ended] }], asked, [])
        .isAllowed,
    ).toBe(false)
  })

  it('is refused on a crop that the list does not name', () => {
    expect(codes({ crop: '番茄' })).toEqual(['not_for_crop'])
  })

  it('is refused above and below the dose, to a thousandth', () => {
    const of = (thousandths: number) => codes({ amount: { unit: 'ml', thousandths } })
    expect(of(40_020)).toEqual([])
    expect(of(40_021)).toEqual(['dose_above'])
    expect(of(30_015)).toEqual([])
    expect(of(30_014)).toEqual(['dose_below'])
    expect(codes({ amount: { unit: 'g', thousandths: 35_000 } })).toEqual(['other_unit'])
  })

  it('is refused when it was used as often as allowed this season, and possible the next', () => {
    const twice = [applied(oil, '2026-10-01'), applied(oil, '2026-10-20')]
    expect(codes({}, twice.slice(1))).toEqual([])
    expect(decide({}, twice)).toMatchObject({
      reasons: [{ code: 'uses_of_product', mostUses: 2 }],
      possibleAgainFrom: '2027-01-01',
    })
    expect(codes({ season: 'winter' }, twice)).toEqual([])
  })

  it('counts the same active substance out of another bottle, by the stricter of both', () => {
    expect(decide({}, [applied(powder, '2026-10-01')]).reasons).toEqual([
      {
        code: 'uses_of_substance',
        mostUses: 1,
        substance: '甲',
        possibleFrom: '2027-01-01',
      },
    ])
  })

  it('is refused too near to a harvest, and possible again after it', () => {
    expect(decide({ harvestDays: ['2026-12-13'] })).toMatchObject({
      reasons: [{ code: 'near_harvest', harvestOn: '2026-12-13', days: 7 }],
      possibleAgainFrom: '2026-12-14',
    })
    expect(codes({ harvestDays: ['2026-12-14', '2026-12-06'] })).toEqual([])
    const picked = ['2026-12-20', '2026-12-13', '2026-12-30']
    expect(decide({ harvestDays: picked }).possibleAgainFrom).toBe('2026-12-21')
  })

  it('is refused until the last product lets people in', () => {
    const yesterday = { ...applied(powder, '2026-12-06'), substances: [], reEntryHours: 26 }
    expect(decide({}, [yesterday])).toMatchObject({
      reasons: [{ code: 're_entry', endsAt: '2026-12-07T03:00:00.000Z' }],
      possibleAgainFrom: '2026-12-07',
    })
    expect(codes({}, [{ ...yesterday, reEntryHours: 24 }])).toEqual([])
  })

  it('tells all reasons at once, and no day where waiting is not enough', () => {
    const decision = decide(
      { amount: { unit: 'ml', thousandths: 90_000 }, harvestDays: ['2026-12-08'] },
      [applied(oil, '2026-10-01'), applied(oil, '2026-10-20')],
    )
    expect(decision.reasons.map(({ code }) => code)).toEqual([
      'dose_above',
      'uses_of_product',
      'near_harvest',
    ])
    expect(decision.possibleAgainFrom).toBeNull()
  })
})
