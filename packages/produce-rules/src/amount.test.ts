import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountText, leastOnArea, mostOnArea, perMu, readAmount } from './index.ts'

it('reads amounts exactly, in the units of labels and of the shop', () => {
  const g = (thousandths: number) => ({ unit: 'g', thousandths })
  const ml = (thousandths: number) => ({ unit: 'ml', thousandths })
  expect(readAmount('0.1 kg')).toEqual(g(100_000))
  expect(readAmount('1.5公斤')).toEqual(g(1_500_000))
  expect(readAmount('3斤')).toEqual(g(1_500_000))
  expect(readAmount('2两')).toEqual(g(100_000))
  expect(readAmount('0.001g')).toEqual(g(1))
  expect(readAmount('30 ML')).toEqual(ml(30_000))
  expect(readAmount('0.35升')).toEqual(ml(350_000))
})

it('reads nothing from what is no amount, too fine or absurd', () => {
  const bad = ['', '30', 'ml', '-3 g', '1e3 g', '0.0001 g', '1,5 g', '999999999 kg', '3 pounds']
  for (const text of bad) expect([text, readAmount(text)]).toEqual([text, null])
})

it('reads back what it writes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('g' as const, 'ml' as const),
      fc.integer({ min: 0, max: 1_000_000_000 }),
      (unit, thousandths) => {
        expect(readAmount(amountText({ unit, thousandths }))).toEqual({ unit, thousandths })
      },
    ),
  )
})

it('never allows more on an area than the label, nor calls less enough', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (dose, area) => {
        const exact = BigInt(dose) * BigInt(area) * 15n
        const most = BigInt(mostOnArea(dose, area))
        const least = BigInt(leastOnArea(dose, area))
        expect(most * 10_000n <= exact && exact < (most + 1n) * 10_000n).toBe(true)
        expect(least * 10_000n >= exact && exact > (least - 1n) * 10_000n).toBe(true)
      },
    ),
  )
  expect(mostOnArea(40_000, 10_000)).toBe(600_000)
  expect(perMu(600_000, 10_000)).toBe(40_000)
  expect(perMu(5, 0)).toBe(0)
})
