import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  afterOffer,
  noHistory,
  passOn,
  shareOut,
  sumByHousehold,
  type HeldTurn,
  type OrderRule,
} from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const rule = (partial: boolean): OrderRule => ({
  schema: 'azalea-order-rule/1',
  precedence: { by: 'honour' },
  ties: [],
  floorPermille: 0,
  partial,
})

const claims = fc.array(
  fc.record({
    wantedQuantity: fc.integer({ min: 1, max: 50 }),
    leastQuantity: fc.integer({ min: 1, max: 50 }),
    honourHundredths: fc.integer({ min: -500, max: 500 }),
  }),
  { maxLength: 12 },
)
const ending = fc.record({ at: fc.nat(), takes: fc.nat({ max: 100 }) })

describe('what is passed on', () => {
  it('never exceeds supply or a claim, respects the order and what is useful, whatever ends in between', () => {
    fc.assert(
      fc.property(
        claims,
        fc.integer({ min: 0, max: 200 }),
        fc.boolean(),
        fc.array(ending, { maxLength: 20 }),
        (wanted, supplyQuantity, partial, endings) => {
          const queue = wanted.map((one, at) => ({
            ...one,
            claimant: `c${String(at).padStart(2, '0')}`,
            leastQuantity: Math.min(one.leastQuantity, one.wantedQuantity),
            receivedQuantity: 0,
            waitedOffers: 0,
          }))
          const shared = shareOut(sha256, 'seed', {
            rule: rule(partial),
            supplyQuantity,
            claims: queue,
          })
          let turns: HeldTurn[] = shared.turns.map((turn) => ({ ...turn, isEnded: false }))
          let left = shared.leftQuantity
          for (const { at, takes } of endings) {
            const open = turns.filter(({ givenQuantity, isEnded }) => !isEnded && givenQuantity > 0)
            const ended = open[at % Math.max(open.length, 1)]
            if (ended === undefined) break
            const taken = Math.min(takes, ended.givenQuantity)
            turns = turns.map((turn) =>
              turn.claimant === ended.claimant
                ? { ...turn, givenQuantity: taken, isEnded: true }
                : turn,
            )
            const passed = passOn(turns, left + ended.givenQuantity - taken, partial)
            const more = new Map(passed.called.map((one) => [one.claimant, one.quantity]))
            turns = turns.map((turn) => ({
              ...turn,
              givenQuantity: turn.givenQuantity + (more.get(turn.claimant) ?? 0),
            }))
            left = passed.leftQuantity
            const given = turns.reduce((sum, turn) => sum + turn.givenQuantity, 0)
            expect(given + left).toBe(supplyQuantity)
            for (const turn of turns) {
              expect(turn.givenQuantity).toBeLessThanOrEqual(turn.wantedQuantity)
              if (turn.isEnded || turn.givenQuantity === 0) continue
              expect(turn.givenQuantity).toBeGreaterThanOrEqual(
                partial ? turn.leastQuantity : turn.wantedQuantity,
              )
            }
            // Nobody who still waits could be helped by what is left.
            for (const turn of turns.filter((one) => !one.isEnded && one.givenQuantity === 0))
              expect(partial ? turn.leastQuantity : turn.wantedQuantity).toBeGreaterThan(left)
          }
        },
      ),
    )
  })

  it('counts as waiting only for who never had a turn', () => {
    const waited = afterOffer(noHistory, { takenQuantity: 0, wasCalled: false })
    expect(waited).toEqual({ receivedQuantity: 0, waitedOffers: 1 })
    expect(afterOffer(waited, { takenQuantity: 0, wasCalled: true })).toEqual(waited)
    expect(afterOffer(waited, { takenQuantity: 7, wasCalled: true })).toEqual({
      receivedQuantity: 7,
      waitedOffers: 0,
    })
  })
})

describe('the history of a household whose members claim', () => {
  it('is the same however its claims stand in the queue, and as that of one claim for all', () => {
    const ended = fc.record({ takenQuantity: fc.nat({ max: 9 }), wasCalled: fc.boolean() })
    fc.assert(
      fc.property(fc.array(ended, { minLength: 1, maxLength: 6 }), (members) => {
        const turns = members.map((one) => ({ ...one, household: 'h' }))
        const inOrder = sumByHousehold(turns).get('h')
        expect(sumByHousehold(turns.toReversed()).get('h')).toEqual(inOrder)
        expect(inOrder).toEqual({
          takenQuantity: members.reduce((sum, { takenQuantity }) => sum + takenQuantity, 0),
          wasCalled: members.some(({ wasCalled }) => wasCalled),
        })
      }),
    )
    const waited = [
      { household: 'h', takenQuantity: 0, wasCalled: false },
      { household: 'h', takenQuantity: 0, wasCalled: false },
    ]
    const sum = sumByHousehold(waited).get('h') ?? { takenQuantity: 1, wasCalled: true }
    expect(afterOffer(noHistory, sum)).toEqual({ receivedQuantity: 0, waitedOffers: 1 })
  })
})
