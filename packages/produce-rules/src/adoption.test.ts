import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adoptionRefund, dueOfShare } from './adoption.ts'

const refund = { failure: 'refund', refundPermille: 600 } as const
const carry = { failure: 'next_season', refundPermille: 0 } as const

it('gives a share its part of the harvest, no fraction of it, and all shares no more than all of it', () => {
  expect(dueOfShare({ part: 'permille', amount: 25 }, 100_030)).toBe(2_500)
  expect(dueOfShare({ part: 'fixed', amount: 10_000 }, 3)).toBe(10_000)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.nat(100_000_000),
      (shares, amount, harvested) => {
        fc.pre(shares * amount <= 1000)
        const due = dueOfShare({ part: 'permille', amount }, harvested)
        expect(due * shares).toBeLessThanOrEqual(harvested)
      },
    ),
  )
})

it('pays back what the contract says of a failed harvest, and of a short one what is missing', () => {
  const share = { priceFen: 9_999, due: 3_000, delivered: 1_000 }
  expect(adoptionRefund({ ...share, outcome: 'failed' }, refund)).toBe(6_000)
  expect(adoptionRefund({ ...share, outcome: 'failed' }, carry)).toBe(0)
  expect(adoptionRefund({ ...share, outcome: 'harvested' }, refund)).toBe(6_666)
  expect(adoptionRefund({ ...share, outcome: 'harvested', delivered: 3_000 }, carry)).toBe(0)
  expect(adoptionRefund({ ...share, outcome: 'harvested', due: 0, delivered: 0 }, refund)).toBe(0)
})

it('never pays back more than the price', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('harvested' as const, 'failed' as const),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.nat(1_000_000),
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 1000 }),
      (outcome, priceFen, due, delivered, refundPermille) => {
        const back = adoptionRefund(
          { outcome, priceFen, due, delivered },
          { failure: 'refund', refundPermille },
        )
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThanOrEqual(priceFen)
      },
    ),
  )
})
