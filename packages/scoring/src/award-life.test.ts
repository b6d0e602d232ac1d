import { readFileSync } from 'node:fs'
import { isCivilDay } from '@azalea/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkResolution,
  closeWallet,
  closesWalletsOn,
  findItem,
  isInForce,
  lastDayInForce,
  minutesWithin,
  parseRuleSheet,
  repairEffect,
  sheetInForce,
  spanAround,
  visibilityOf,
} from './index.ts'
import type { Resolution, RuleItem } from './index.ts'

const parsed = parseRuleSheet(
  JSON.parse(readFileSync(new URL('../vectors/rule-sheet.json', import.meta.url), 'utf8')),
)

function itemOf(ref: string): RuleItem {
  const item = parsed.ok ? findItem(parsed.sheet, ref) : undefined
  if (item === undefined) throw new Error(`no item ${ref}`)
  return item
}

const yearly: RuleItem = { ...itemOf('clean'), expiry: { kind: 'after_months', months: 12 } }

describe('an award in time', () => {
  it('counts for one year, to the day before its anniversary', () => {
    const dates = { countsFrom: '2026-04-18' }
    expect(lastDayInForce(yearly, dates)).toBe('2027-04-17')
    const days = ['2026-04-17', '2026-04-18', '2027-04-17', '2027-04-18']
    expect(days.map((day) => isInForce(yearly, dates, day))).toEqual([false, true, true, false])
    expect(lastDayInForce(yearly, { countsFrom: '2024-02-29' })).toBe('2025-02-27')
  })

  it('never ends where the sheet sets no end', () => {
    expect(lastDayInForce(itemOf('clean'), { countsFrom: '2026-04-18' })).toBeNull()
    expect(isInForce(itemOf('clean'), { countsFrom: '2026-04-18' }, '2099-01-01')).toBe(true)
  })

  it('lasts as a deduction until the fault is mended, or so many months at most', () => {
    const open = { countsFrom: '2026-04-18' }
    const mended = { ...open, mendedOn: '2026-05-01' }
    expect(lastDayInForce(itemOf('litter'), open)).toBeNull()
    expect(lastDayInForce(itemOf('litter'), mended)).toBe('2026-04-30')
    expect(lastDayInForce(itemOf('litter-ditch'), open)).toBe('2026-10-17')
    expect(lastDayInForce(itemOf('litter-ditch'), mended)).toBe('2026-04-30')
    const late = { ...open, mendedOn: '2027-01-01' }
    expect(lastDayInForce(itemOf('litter-ditch'), late)).toBe('2026-10-17')
  })
})

describe('repair of a deduction', () => {
  const litter = itemOf('litter')

  it('returns what each way returns, never more than was taken', () => {
    const effect = (isMended: boolean, volunteeredMinutes: number): number =>
      repairEffect(litter, -500, { isMended, volunteeredMinutes }).restoredHundredths
    expect([effect(false, 239), effect(false, 240), effect(true, 0), effect(true, 240)]).toEqual([
      0, 250, 500, 500,
    ])
  })

  it('leaves the rest, rounded in favour of the person', () => {
    expect(repairEffect(litter, -5, { isMended: false, volunteeredMinutes: 300 })).toEqual({
      restoredHundredths: 3,
      remainingHundredths: -2,
    })
    expect(() => repairEffect(litter, 5, { isMended: true, volunteeredMinutes: 0 })).toThrow()
  })
})

describe('who may see an award', () => {
  const view = {
    audience: 'public',
    isInForce: true,
    isWithdrawn: false,
    hasConsent: true,
  } as const
  const named: RuleItem = { ...itemOf('clean'), publicity: 'named_with_consent' }

  it('is named only with consent, and never for a deduction', () => {
    expect(visibilityOf(named, view)).toBe('named')
    expect(visibilityOf(named, { ...view, hasConsent: false })).toBe('masked')
    const deduction: RuleItem = { ...itemOf('litter'), publicity: 'named_with_consent' }
    expect(visibilityOf(deduction, view)).toBe('masked')
    expect(visibilityOf(itemOf('litter'), view)).toBe('totals_only')
    expect(visibilityOf(itemOf('clean'), view)).toBe('masked')
  })

  it('is hidden from the public once archived or withdrawn, never from the person', () => {
    for (const change of [{ isInForce: false }, { isWithdrawn: true }]) {
      expect(visibilityOf(named, { ...view, ...change })).toBe('hidden')
      expect(visibilityOf(named, { ...view, ...change, audience: 'own' })).toBe('named')
      expect(visibilityOf(named, { ...view, ...change, audience: 'committee' })).toBe('named')
    }
    expect(visibilityOf({ ...named, publicity: 'private' }, view)).toBe('hidden')
  })
})

describe('the end of a wallet’s year', () => {
  it('keeps, resets or carries over as the sheet says', () => {
    const carry = {
      kind: 'carry_over',
      on: '01-10',
      keepPermille: 500,
      atMostHundredths: 10_000,
    } as const
    expect(closeWallet({ kind: 'keep' }, 999)).toEqual({
      keptHundredths: 999,
      droppedHundredths: 0,
    })
    expect(closeWallet({ kind: 'reset', on: '01-10' }, 999)).toEqual({
      keptHundredths: 0,
      droppedHundredths: 999,
    })
    expect(closeWallet(carry, 999)).toEqual({ keptHundredths: 499, droppedHundredths: 500 })
    expect(closeWallet(carry, 50_000).keptHundredths).toBe(10_000)
    expect(closeWallet(carry, -300)).toEqual({ keptHundredths: -300, droppedHundredths: 0 })
  })

  it('falls on its day of the year', () => {
    const reset = { kind: 'reset', on: '01-10' } as const
    expect(closesWalletsOn(reset, '2027-01-10')).toBe(true)
    expect(closesWalletsOn(reset, '2027-01-11')).toBe(false)
    expect(closesWalletsOn({ kind: 'keep' }, '2027-01-10')).toBe(false)
    expect(() => closesWalletsOn(reset, '10 January')).toThrow(RangeError)
  })
})

describe('minutes within a stretch of the clock', () => {
  const night = { from: '22:00', to: '06:00' }

  it.each([
    ['before the night', 12 * 60, 60, 0],
    ['into the night', 21 * 60 + 30, 60, 30],
    ['across midnight', 23 * 60, 120, 120],
    ['out of the night', 5 * 60, 180, 60],
    ['from evening to morning', 20 * 60, 12 * 60, 480],
    ['a day and a half from noon', 12 * 60, 36 * 60, 600],
    ['nothing', 0, 0, 0],
  ])('%s', (_, start, minutes, within) => {
    expect(minutesWithin(start, minutes, night)).toBe(within)
  })

  it('agrees with counting minute by minute', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const clock = minute.map((one) => {
      const part = (value: number): string => String(value).padStart(2, '0')
      return { one, text: `${part((one - (one % 60)) / 60)}:${part(one % 60)}` }
    })
    fc.assert(
      fc.property(minute, fc.nat(4000), clock, clock, (start, minutes, from, to) => {
        let count = 0
        for (let passed = 0; passed < minutes; passed += 1) {
          const now = (start + passed) % 1440
          const isIn =
            from.one < to.one ? now >= from.one && now < to.one : now >= from.one || now < to.one
          if (isIn) count += 1
        }
        expect(minutesWithin(start, minutes, { from: from.text, to: to.text })).toBe(count)
      }),
    )
  })

  it('refuses what is no time', () => {
    expect(() => minutesWithin(1440, 1, night)).toThrow(RangeError)
    expect(() => minutesWithin(0, -1, night)).toThrow(RangeError)
    expect(() => minutesWithin(0, 1, { from: '24:00', to: '06:00' })).toThrow(RangeError)
  })
})

describe('civil days', () => {
  const anyDay = fc
    .date({ min: new Date('0100-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('lie in their spans', () => {
    const span = fc.constantFrom('day', 'month', 'quarter', 'year' as const)
    fc.assert(
      fc.property(anyDay, span, (day, window) => {
        const { firstDay, lastDay } = spanAround(day, window)
        expect(firstDay !== null && firstDay <= day).toBe(true)
        expect(lastDay !== null && lastDay >= day && isCivilDay(lastDay)).toBe(true)
        expect(spanAround(firstDay ?? '', window)).toEqual({ firstDay, lastDay })
      }),
    )
    expect(spanAround('2026-11-22', 'quarter')).toEqual({
      firstDay: '2026-10-01',
      lastDay: '2026-12-31',
    })
    expect(() => spanAround('2026-02-30', 'month')).toThrow(RangeError)
  })
})

describe('the resolution that adopts a sheet', () => {
  const valid: Resolution = {
    heldOn: '2025-12-20',
    body: 'adults',
    eligible: 1301,
    present: 651,
    votesFor: 326,
    votesAgainst: 300,
  }
  const codes = (change: Partial<Resolution>): string[] =>
    checkResolution({ ...valid, ...change }).map(({ code }) => code)

  it('needs more than half of the adults, or two thirds of households or delegates', () => {
    expect(codes({})).toEqual([])
    expect(codes({ eligible: 1302 })).toEqual(['no_quorum'])
    expect(
      codes({ body: 'households', eligible: 520, present: 347, votesFor: 200, votesAgainst: 0 }),
    ).toEqual([])
    const short = { eligible: 520, present: 346, votesFor: 200, votesAgainst: 0 }
    expect(codes({ body: 'households', ...short })).toEqual(['no_quorum'])
    expect(codes({ body: 'delegates', ...short })).toEqual(['no_quorum'])
  })

  it('needs the consent of more than half of those present, not of those voting', () => {
    expect(codes({ votesFor: 325, votesAgainst: 0 })).toEqual(['no_majority'])
    expect(codes({ present: 700, votesFor: 350 })).toEqual(['no_majority'])
  })

  it('refuses counts and days that cannot be', () => {
    expect(codes({ present: 1302 })).toEqual(['bad_count'])
    expect(codes({ votesAgainst: 400 })).toEqual(['bad_count'])
    expect(codes({ eligible: -1, votesFor: 0.5, heldOn: '2025-12-32' })).toEqual([
      'bad_count',
      'bad_count',
      'bad_day',
    ])
    expect(codes({ eligible: 0, present: 0, votesFor: 0, votesAgainst: 0 })).toEqual([
      'no_quorum',
      'no_majority',
    ])
  })
})

describe('the sheet in force', () => {
  const versions = [
    { name: 'first', effectiveFrom: '2025-01-01' },
    { name: 'third', effectiveFrom: '2026-07-01' },
    { name: 'second', effectiveFrom: '2026-01-01' },
    { name: 'second, corrected', effectiveFrom: '2026-01-01' },
  ]

  it('is the latest that began by the day of the deed', () => {
    const on = (day: string): string | undefined => sheetInForce(versions, day)?.name
    expect(on('2024-12-31')).toBeUndefined()
    expect(on('2025-12-31')).toBe('first')
    expect(on('2026-01-01')).toBe('second, corrected')
    expect(on('2026-07-01')).toBe('third')
  })
})
