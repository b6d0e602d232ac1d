import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainShare, sharePool, yearEndBytes, yuanText, type CountedPoints } from './index.ts'

const held = (points: Record<string, number>): CountedPoints[] =>
  Object.entries(points).map(([household, pointsHundredths]) => ({ household, pointsHundredths }))
const sharesOf = (poolFen: number, points: Record<string, number>) =>
  Object.fromEntries(
    sharePool(poolFen, held(points)).shares.map(({ household, shareFen }) => [household, shareFen]),
  )

describe('a pool', () => {
  it('is shared by points, and what does not divide goes to the largest remainders', () => {
    expect(sharesOf(100, { a: 500, b: 300, c: 200 })).toEqual({ a: 50, b: 30, c: 20 })
    // 100 × 1⁄6, 2⁄6, 3⁄6: 16.67, 33.33, 50
    expect(sharesOf(100, { a: 100, b: 200, c: 300 })).toEqual({ a: 17, b: 33, c: 50 })
  })

  it('gives the fen of equal remainders to the smaller name', () => {
    expect(sharesOf(100, { c: 1, b: 1, a: 1 })).toEqual({ a: 34, b: 33, c: 33 })
    expect(sharesOf(2, { c: 7, b: 7, a: 7 })).toEqual({ a: 1, b: 1, c: 0 })
  })

  it('is shared among those who have points', () => {
    expect(sharesOf(90, { a: 100, b: 0, c: -500 })).toEqual({ a: 90 })
    expect(sharePool(90, held({ b: 0, c: -500 }))).toEqual({
      shares: [],
      totalHundredths: 0,
      sharedFen: 0,
    })
    expect(() => sharePool(1, [...held({ a: 1 }), ...held({ a: 2 })])).toThrow('a stands twice')
    expect(() => sharePool(0.5, held({ a: 1 }))).toThrow(RangeError)
    expect(() => sharePool(-1, held({ a: 1 }))).toThrow(RangeError)
  })
})

const anyHeld = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .chain((names) =>
    fc
      .array(fc.integer({ min: -1_000, max: 9_000_000_000 }), {
        minLength: names.length,
        maxLength: names.length,
      })
      .map((points) =>
        names.map((household, at) => ({ household, pointsHundredths: points[at] ?? 0 })),
      ),
  )
const anyPool = fc.integer({ min: 0, max: 100_000_000_000 })

describe('any pool', () => {
  it('sums exactly, is never above itself, and is within a fen of the exact part', () => {
    fc.assert(
      fc.property(anyPool, anyHeld, (poolFen, counted) => {
        const { shares, sharedFen, totalHundredths } = sharePool(poolFen, counted)
        const sum = shares.reduce((total, { shareFen }) => total + shareFen, 0)
        expect(sum).toBe(sharedFen)
        expect(sharedFen).toBe(totalHundredths > 0 ? poolFen : 0)
        for (const { pointsHundredths, shareFen } of shares) {
          const off =
            BigInt(shareFen * totalHundredths) - BigInt(poolFen) * BigInt(pointsHundredths)
          if (Number.isSafeInteger(shareFen * totalHundredths))
            expect(off < 0n ? -off : off).toBeLessThan(BigInt(totalHundredths))
        }
      }),
    )
  })

  it('never gives more for fewer points, and one fen more only by the rule', () => {
    fc.assert(
      fc.property(anyPool, anyHeld, (poolFen, counted) => {
        const { shares } = sharePool(poolFen, counted)
        const ordered = shares.toSorted(
          (a, b) => b.pointsHundredths - a.pointsHundredths || (a.household < b.household ? -1 : 1),
        )
        for (const [at, one] of ordered.entries())
          expect(one.shareFen).toBeGreaterThanOrEqual(ordered[at + 1]?.shareFen ?? 0)
      }),
    )
  })

  it('comes to the same bytes in whatever order the households are told', () => {
    const shuffled = anyHeld.chain((counted) =>
      fc.tuple(
        fc.constant(counted),
        fc.shuffledSubarray(counted, { minLength: counted.length, maxLength: counted.length }),
      ),
    )
    fc.assert(
      fc.property(anyPool, shuffled, (poolFen, [counted, again]) => {
        const terms = { yearEnd: 'y', poolFen, through: '2026-12-31', before: null }
        const bytes = yearEndBytes(terms, sharePool(poolFen, counted))
        expect(yearEndBytes(terms, sharePool(poolFen, again))).toBe(bytes)
      }),
    )
  })
})

it('is said in words, in yuan', () => {
  expect([0, 5, 123_405, -50].map(yuanText)).toEqual(['0.00', '0.05', '1234.05', '-0.50'])
  const share = {
    poolFen: 500_000,
    totalHundredths: 3_000_050,
    pointsHundredths: 12_350,
    shareFen: 2_059,
    hasRemainder: true,
  }
  expect(explainShare(share, 'zh')).toBe(
    '村里拿出 5000.00 元，按全村 30000.5 分来分；您家 123.5 分，得 20.59 元，零头里分到一分。',
  )
  expect(explainShare({ ...share, hasRemainder: false }, 'en')).toBe(
    '5000.00 yuan are shared by the village’s 30000.5 points; your household has 123.5, which makes 20.59 yuan.',
  )
})
