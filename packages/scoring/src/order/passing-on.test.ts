import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PassingOn, passOn, type HeldTurn } from './index.ts'

type Wanting = Pick<HeldTurn, 'wantedQuantity' | 'leastQuantity' | 'givenQuantity'>

const queueOf = (wanting: readonly Wanting[]) =>
  new Map(
    wanting.map((one, at): [string, HeldTurn] => {
      const claimant = `c${String(at).padStart(5, '0')}`
      const rest = { honourHundredths: 0, receivedQuantity: 0, waitedOffers: 0 }
      const place = { place: at + 1, aheadBy: 'lot' as const }
      return [claimant, { ...rest, ...place, ...one, claimant, isEnded: false }]
    }),
  )

const amounts = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 40 })),
  { maxLength: 12 },
)
const ending = fc.record({ at: fc.nat(), takes: fc.nat({ max: 100 }) })

it('gives each time what is given by looking at all turns, whatever ends in between', () => {
  fc.assert(
    fc.property(
      amounts,
      fc.boolean(),
      fc.nat({ max: 60 }),
      fc.array(ending, { maxLength: 25 }),
      (wanted, partial, first, endings) => {
        const turns = queueOf(
          wanted.map(([wantedQuantity, least, given]) => {
            const leastQuantity = Math.max(1, Math.min(least, wantedQuantity))
            const part = given >= leastQuantity ? Math.min(given, wantedQuantity) : 0
            const givenQuantity = partial || part === wantedQuantity ? part : 0
            return { wantedQuantity, leastQuantity, givenQuantity }
          }),
        )
        const passing = new PassingOn(turns, ({ isEnded }) => isEnded, partial)
        let left = first
        const pass = (freed: number) => {
          const expected = passOn(turns.values(), left + freed, partial)
          const passed = passing.pass(left + freed)
          expect(passed).toEqual(expected)
          left = passed.leftQuantity
          for (const { claimant, quantity } of passed.called) {
            const turn = turns.get(claimant)
            if (turn) turns.set(claimant, { ...turn, givenQuantity: turn.givenQuantity + quantity })
          }
          // What is left is of use to nobody: who leaves nothing of a turn need not look further.
          expect(passOn(turns.values(), left, partial).called).toEqual([])
        }
        pass(0)
        for (const { at, takes } of endings) {
          const open = [...turns.values()].filter((one) => !one.isEnded && one.givenQuantity > 0)
          const turn = open[at % Math.max(open.length, 1)]
          if (turn === undefined) break
          const givenQuantity = Math.min(takes, turn.givenQuantity)
          turns.set(turn.claimant, { ...turn, givenQuantity, isEnded: true })
          pass(turn.givenQuantity - givenQuantity)
        }
      },
    ),
    { numRuns: 500 },
  )
})

it.each([
  ['what is freed fits the next', true, 0],
  ['something is left that is of use to nobody', true, 400],
  ['the whole of a claim or nothing', false, 400],
])('looks at each turn a few times though half of them lapse: %s', (_, partial, first) => {
  const count = 4_000
  const half = count / 2
  const turns = queueOf(
    Array.from({ length: count }, (__, at) => ({
      wantedQuantity: 2_000,
      leastQuantity: 1_000,
      givenQuantity: at < half ? 2_000 : 0,
    })),
  )
  let looks = 0
  const isEnded = (turn: HeldTurn) => {
    looks += 1
    return turn.isEnded
  }
  const passing = new PassingOn(turns, isEnded, partial)
  let left = first
  for (const turn of [...turns.values()].slice(0, half)) {
    turns.set(turn.claimant, { ...turn, givenQuantity: 0, isEnded: true })
    const { called, leftQuantity } = passing.pass(left + turn.givenQuantity)
    left = leftQuantity
    for (const { claimant, quantity } of called) {
      const next = turns.get(claimant)
      if (next) turns.set(claimant, { ...next, givenQuantity: next.givenQuantity + quantity })
    }
  }
  const given = [...turns.values()].reduce((sum, turn) => sum + turn.givenQuantity, 0)
  expect(given).toBe(half * 2_000)
  expect(looks).toBeLessThan(4 * count)
})
