import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@azalea/text'
import { calibrate, capWindows, explain, parseRuleSheet } from './index.ts'
import type { CalibrationInput, JsonValue, PriorUsage, RuleItem, RuleSheet } from './index.ts'

const parsed = parseRuleSheet(
  JSON.parse(readFileSync(new URL('../vectors/rule-sheet.json', import.meta.url), 'utf8')),
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const sheet: RuleSheet = parsed.sheet

const day = '2026-05-20'
const score = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined })
const signed = fc.integer({ min: -20_000, max: 20_000 })

function priorFor(item: RuleItem): fc.Arbitrary<PriorUsage[]> {
  const usages = capWindows(item, day).map((window) =>
    fc.record({
      scope: fc.constant(window.scope),
      of: fc.constant(window.of),
      key: fc.constant(window.key),
      window: fc.constant(window.window),
      usedHundredths: fc.integer({ min: 0, max: 6000 }),
      usedCount: fc.integer({ min: 0, max: 12 }),
      usedQuantity: fc.integer({ min: 0, max: 20_000 }),
    }),
  )
  return fc.tuple(...usages)
}

function inputFor(item: RuleItem): fc.Arbitrary<CalibrationInput> {
  return fc
    .record({
      quantity: fc.integer({ min: 0, max: 5000 }),
      prior: priorFor(item),
      competing: fc.array(
        fc.record({
          itemRef: fc.constantFrom(...sheet.items.map(({ ref }) => ref)),
          pointsHundredths: signed,
        }),
        { maxLength: 4 },
      ),
      leaderScore: score,
      spotCheckScore: score,
      upheldReports: fc.integer({ min: 0, max: 5 }),
      sameInForce: fc.integer({ min: 0, max: 3 }),
      passersBy: fc.option(
        fc.record({
          ratings: fc.integer({ min: 0, max: 40 }),
          meanStarsHundredths: fc.integer({ min: 100, max: 500 }),
        }),
        { nil: undefined },
      ),
    })
    .map((rest) => ({ itemRef: item.ref, occurredOn: day, ...rest }))
}

const itemAndInput = fc
  .constantFrom(...sheet.items)
  .chain((item) => fc.tuple(fc.constant(item), inputFor(item)))

const bytesOf = (input: CalibrationInput): string =>
  canonicalJson(calibrate(sheet, input) as unknown as JsonValue)

describe('calibrate, for any input', () => {
  it('never goes above a cap, by points or by count', () => {
    fc.assert(
      fc.property(itemAndInput, ([item, input]) => {
        const points = Math.abs(calibrate(sheet, input).pointsHundredths)
        const windows = capWindows(item, day)
        for (const cap of item.caps) {
          const at = windows.findIndex(
            (one) => one.of === cap.of && one.window === cap.window && one.scope === cap.scope,
          )
          const used = input.prior[at]
          if (used === undefined) throw new Error('no usage')
          if (cap.atMostHundredths !== undefined) {
            const left = Math.max(0, cap.atMostHundredths - used.usedHundredths)
            expect(points).toBeLessThanOrEqual(left)
          }
          if (cap.atMostCount !== undefined && used.usedCount >= cap.atMostCount) {
            expect(points).toBe(0)
          }
        }
      }),
    )
  })

  it('does not depend on the order of earlier usage or of competing awards', () => {
    fc.assert(
      fc.property(itemAndInput, ([, input]) => {
        const reversed = {
          ...input,
          prior: input.prior.toReversed(),
          competing: input.competing.toReversed(),
        }
        expect(bytesOf(reversed)).toBe(bytesOf(input))
      }),
    )
  })

  it('ignores usage of windows that it did not ask for', () => {
    fc.assert(
      fc.property(itemAndInput, ([, input]) => {
        const other = { scope: 'person', of: 'item', key: 'other', window: 'day' } as const
        const more = [{ ...other, usedHundredths: 99, usedCount: 9 }, ...input.prior]
        expect(bytesOf({ ...input, prior: more })).toBe(bytesOf(input))
      }),
    )
  })

  it('gives the same bytes twice, and leaves its input alone', () => {
    fc.assert(
      fc.property(itemAndInput, ([, input]) => {
        const before = JSON.stringify(input)
        expect(bytesOf(input)).toBe(bytesOf(structuredClone(input)))
        expect(JSON.stringify(input)).toBe(before)
      }),
    )
  })

  it('never gives less for a better score, of the leader or of the spot check', () => {
    fc.assert(
      fc.property(
        itemAndInput,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('leaderScore' as const, 'spotCheckScore' as const),
        ([, input], lower, judge) => {
          const less = Math.abs(calibrate(sheet, { ...input, [judge]: lower }).pointsHundredths)
          const more = Math.abs(calibrate(sheet, { ...input, [judge]: lower + 1 }).pointsHundredths)
          expect(more).toBeGreaterThanOrEqual(less)
        },
      ),
    )
  })

  it('never gives more for more earlier usage of a cap', () => {
    fc.assert(
      fc.property(
        itemAndInput.filter(([item]) => item.base.kind !== 'bands' || item.base.over === 'each'),
        ([, input]) => {
          const used = input.prior.map((one) => ({
            ...one,
            usedHundredths: one.usedHundredths + 50,
            usedCount: one.usedCount + 1,
          }))
          const later = Math.abs(calibrate(sheet, { ...input, prior: used }).pointsHundredths)
          expect(later).toBeLessThanOrEqual(Math.abs(calibrate(sheet, input).pointsHundredths))
        },
      ),
    )
  })

  it('chains its stages: each starts where the one before ended, on integers, in the item’s sign', () => {
    fc.assert(
      fc.property(itemAndInput, ([item, input]) => {
        const { stages, pointsHundredths } = calibrate(sheet, input)
        let before = 0
        for (const stage of stages) {
          expect(stage.beforeHundredths).toBe(before)
          expect(Number.isSafeInteger(stage.afterHundredths)).toBe(true)
          expect(Object.is(stage.afterHundredths, -0)).toBe(false)
          expect(Math.sign(stage.afterHundredths) * (item.kind === 'merit' ? 1 : -1)).not.toBe(-1)
          before = stage.afterHundredths
        }
        expect(pointsHundredths).toBe(before)
      }),
    )
  })

  it('survives being written and read back, and explains itself in both languages', () => {
    fc.assert(
      fc.property(itemAndInput, ([item, input]) => {
        const calibration = calibrate(sheet, input)
        const stored: unknown = JSON.parse(canonicalJson(calibration as unknown as JsonValue))
        expect(stored).toEqual(calibration)
        for (const lang of ['zh', 'en'] as const) {
          const sentences = explain(stored as typeof calibration, lang)
          expect(sentences).toHaveLength(item.stages.length)
          for (const sentence of sentences) {
            expect(sentence).not.toMatch(/undefined|NaN|\[object/)
            expect(sentence.endsWith(lang === 'zh' ? '。' : '.')).toBe(true)
          }
        }
      }),
    )
  })

  it('splits bands without gain or loss: two deeds earn what one of both lengths earns', () => {
    const window = { scope: 'person', of: 'item', key: 'hours', window: 'lifetime' } as const
    const hours = (quantity: number, usedQuantity: number): number =>
      calibrate(sheet, {
        itemRef: 'hours',
        quantity,
        occurredOn: day,
        competing: [],
        prior: [{ ...window, usedHundredths: 0, usedCount: 0, usedQuantity }],
      }).pointsHundredths
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), fc.nat(4000), (earlier, first, second) => {
        expect(hours(first, earlier) + hours(second, earlier + first)).toBe(
          hours(first + second, earlier),
        )
      }),
    )
  })

  it('lets exactly one award of a deed stand, whichever is computed first', () => {
    const refs = ['clean', 'clean-machine', 'litter']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (one, two) => {
        const quantities = [one, two, 1]
        const contending = refs.map((itemRef, index) => {
          const quantity = quantities[index] ?? 1
          const points = calibrate(sheet, { ...plain(itemRef), quantity }).pointsHundredths
          return { itemRef, pointsHundredths: points }
        })
        const standing = refs.filter((itemRef, index) => {
          const competing = contending.filter((rival) => rival.itemRef !== itemRef)
          const quantity = quantities[index] ?? 1
          return calibrate(sheet, { ...plain(itemRef), quantity, competing }).pointsHundredths !== 0
        })
        // The deduction does not compete with the merits.
        expect(standing).toHaveLength(2)
        expect(standing).toContain('litter')
      }),
    )
  })
})

function plain(itemRef: string): CalibrationInput {
  return { itemRef, quantity: 1, occurredOn: day, prior: [], competing: [] }
}
