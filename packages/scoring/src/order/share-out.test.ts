import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseOrderRule,
  queueBytes,
  passOn,
  rankClaims,
  shareOut,
  whatWouldMove,
  type Claim,
  type OrderRule,
  type Precedence,
  type SharedOut,
  type Turn,
} from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const seed = sha256('a checkpoint')

function claim(claimant: string, honourHundredths: number, rest: Partial<Claim> = {}): Claim {
  return {
    claimant,
    honourHundredths,
    wantedQuantity: 100,
    leastQuantity: 50,
    receivedQuantity: 0,
    waitedOffers: 0,
    ...rest,
  }
}

function rule(precedence: Precedence, rest: Partial<OrderRule> = {}): OrderRule {
  return {
    schema: 'azalea-order-rule/1',
    precedence,
    ties: [],
    floorPermille: 0,
    partial: true,
    ...rest,
  }
}

/** As the server gives the kept share once all turns have ended, each with all it was called for. */
const giveFloor = (
  { turns, floorQuantity }: SharedOut,
  partial: boolean,
  isProtected: (claimant: string) => boolean,
) =>
  passOn(
    turns
      .filter(({ claimant }) => isProtected(claimant))
      .map((turn) => ({ ...turn, isEnded: false })),
    floorQuantity,
    partial,
  )

const order = (of: OrderRule, claims: Claim[]) =>
  rankClaims(sha256, seed, of, claims).map(({ claimant, aheadBy }) => [claimant, aheadBy])

describe('the order of claims', () => {
  it('is that of honour, and what is below zero counts as nothing', () => {
    const claims = [claim('a', -500), claim('b', 300), claim('c', 0, { waitedOffers: 1 })]
    expect(order(rule({ by: 'honour' }, { ties: ['longer_wait'] }), claims)).toEqual([
      ['b', 'honour'],
      ['c', 'longer_wait'],
      ['a', null],
    ])
  })

  it('does not ask for points inside a band', () => {
    const bands = rule({ by: 'bands', fromHundredths: [1000, 500] }, { ties: ['less_received'] })
    const claims = [
      claim('a', 1900, { receivedQuantity: 7 }),
      claim('b', 1000, { receivedQuantity: 2 }),
      claim('c', 999),
      claim('d', 0),
    ]
    expect(order(bands, claims)).toEqual([
      ['b', 'less_received'],
      ['a', 'bands'],
      ['c', 'bands'],
      ['d', null],
    ])
  })

  it('lets whoever has received the half quantity count half, exactly', () => {
    const less = rule(
      { by: 'honour_less_received', halfAtQuantity: 200 },
      { ties: ['less_received'] },
    )
    const claims = [claim('a', 1000, { receivedQuantity: 200 }), claim('b', 500), claim('c', 501)]
    expect(order(less, claims)).toEqual([
      ['c', 'honour_less_received'],
      ['b', 'less_received'],
      ['a', null],
    ])
  })

  it('goes by lot between equals: another checkpoint, another order; the same one, the same', () => {
    const claims = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => claim(name, 100))
    const drawn = (text: string) =>
      rankClaims(sha256, sha256(text), rule({ by: 'honour' }), claims).map((one) => one.claimant)
    expect(drawn('one')).toEqual(drawn('one'))
    expect(new Set(['one', 'two', 'three'].map((text) => drawn(text).join(''))).size).toBe(3)
    const byHash = (a: string, b: string) =>
      sha256(`${sha256('one')}\n${a}`) < sha256(`${sha256('one')}\n${b}`) ? -1 : 1
    expect(drawn('one')).toEqual(claims.map((one) => one.claimant).toSorted(byHash))
  })

  it('is not the order of names: over many checkpoints each of two equals is first about as often', () => {
    const claims = [claim('a', 100), claim('b', 100)]
    const firsts = Array.from(
      { length: 1000 },
      (_, at) =>
        rankClaims(sha256, sha256(String(at)), rule({ by: 'honour' }), claims)[0]?.claimant,
    )
    expect(firsts.filter((name) => name === 'a').length).toBeGreaterThan(440)
    expect(firsts.filter((name) => name === 'b').length).toBeGreaterThan(440)
  })
})

describe('sharing out', () => {
  const three = [claim('a', 300), claim('b', 200), claim('c', 100, { leastQuantity: 10 })]
  const given = (of: OrderRule, supplyQuantity: number, claims = three) =>
    shareOut(sha256, seed, { rule: of, supplyQuantity, claims }).turns.map(
      ({ claimant, givenQuantity, outcome }) => [claimant, givenQuantity, outcome],
    )

  it('gives the last one reached what is left, if it is of use', () => {
    expect(given(rule({ by: 'honour' }), 160)).toEqual([
      ['a', 100, 'whole'],
      ['b', 60, 'part'],
      ['c', 0, 'nothing_left'],
    ])
  })

  it('passes what is too little on to the next', () => {
    expect(given(rule({ by: 'honour' }), 130)).toEqual([
      ['a', 100, 'whole'],
      ['b', 0, 'too_little_left'],
      ['c', 30, 'part'],
    ])
    expect(given(rule({ by: 'honour' }, { partial: false }), 130)).toEqual([
      ['a', 100, 'whole'],
      ['b', 0, 'too_little_left'],
      ['c', 0, 'too_little_left'],
    ])
  })

  it('lays the floor aside, and gives it in turn to the protected who went short', () => {
    const shared = shareOut(sha256, seed, {
      rule: rule({ by: 'honour' }, { floorPermille: 250 }),
      supplyQuantity: 200,
      claims: three,
    })
    expect(shared.floorQuantity).toBe(50)
    expect(shared.turns.map(({ givenQuantity }) => givenQuantity)).toEqual([100, 50, 0])
    const floor = (...names: string[]) =>
      giveFloor(shared, true, (claimant) => names.includes(claimant))
    expect(floor('c')).toEqual({ called: [{ claimant: 'c', quantity: 50 }], leftQuantity: 0 })
    expect(floor('a', 'b')).toEqual({ called: [{ claimant: 'b', quantity: 50 }], leftQuantity: 0 })
    expect(floor('a')).toEqual({ called: [], leftQuantity: 50 })
  })

  it('refuses a claimant twice, amounts that are none, and less wanted than of use', () => {
    const bad: Claim[][] = [
      [claim('a', 1), claim('a', 1)],
      [claim('b', 1), claim('a', 1)],
      [claim('', 1)],
      [claim('a', 1.5)],
      [claim('a', 1, { wantedQuantity: 0 })],
      [claim('a', 1, { wantedQuantity: 10, leastQuantity: 11 })],
      [claim('a', 1, { receivedQuantity: -1 })],
      [claim('a', 1, { waitedOffers: Number.NaN })],
    ]
    for (const claims of bad)
      expect(() => given(rule({ by: 'honour' }), 10, claims)).toThrow(RangeError)
    expect(() => given(rule({ by: 'honour' }), -1)).toThrow(RangeError)
  })
})

const precedences = fc.oneof(
  fc.constant<Precedence>({ by: 'honour' }),
  fc.constant<Precedence>({ by: 'lot' }),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 })
    .map<Precedence>((from) => ({ by: 'bands', fromHundredths: from.toSorted((a, b) => b - a) })),
  fc
    .integer({ min: 1, max: 500 })
    .map<Precedence>((halfAtQuantity) => ({ by: 'honour_less_received', halfAtQuantity })),
)
const queues = fc.record({
  rule: fc.record({
    schema: fc.constant('azalea-order-rule/1' as const),
    precedence: precedences,
    ties: fc.uniqueArray(fc.constantFrom('less_received' as const, 'longer_wait' as const)),
    floorPermille: fc.integer({ min: 0, max: 1000 }),
    partial: fc.boolean(),
  }),
  supplyQuantity: fc.integer({ min: 0, max: 3000 }),
  claims: fc
    .array(
      fc.record({
        wantedQuantity: fc.integer({ min: 1, max: 200 }),
        least: fc.integer({ min: 1, max: 200 }),
        honourHundredths: fc.integer({ min: -500, max: 2500 }),
        receivedQuantity: fc.integer({ min: 0, max: 300 }),
        waitedOffers: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 40 },
    )
    .map((claims) =>
      claims.map(({ least, ...one }, at) => ({
        ...one,
        claimant: String(at).padStart(3, '0'),
        leastQuantity: Math.min(least, one.wantedQuantity),
      })),
    ),
})

describe('any queue', () => {
  it('gives no more than there is or than is claimed, sums exactly, and keeps what is useful', () => {
    fc.assert(
      fc.property(queues, fc.func(fc.boolean()), (queue, isProtected) => {
        const shared = shareOut(sha256, seed, queue)
        const floor = giveFloor(shared, queue.rule.partial, isProtected)
        const floorOf = new Map(floor.called.map((one) => [one.claimant, one.quantity]))
        let sum = shared.leftQuantity + floor.leftQuantity
        for (const turn of shared.turns) {
          const total = turn.givenQuantity + (floorOf.get(turn.claimant) ?? 0)
          sum += total
          expect(total).toBeLessThanOrEqual(turn.wantedQuantity)
          if (total > 0) expect(total).toBeGreaterThanOrEqual(turn.leastQuantity)
          if (!queue.rule.partial && turn.givenQuantity > 0)
            expect(turn.givenQuantity).toBe(turn.wantedQuantity)
        }
        expect(sum).toBe(queue.supplyQuantity)
        for (const { claimant } of floor.called) expect(isProtected(claimant)).toBe(true)
      }),
    )
  })

  it('goes down the order: nobody is passed over for a later one but where too little was left', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const { turns, floorQuantity } = shareOut(sha256, seed, queue)
        expect(floorQuantity).toBe(
          Math.floor((queue.supplyQuantity * queue.rule.floorPermille) / 1000),
        )
        let left = queue.supplyQuantity - floorQuantity
        for (const turn of turns) {
          const least = queue.rule.partial ? turn.leastQuantity : turn.wantedQuantity
          expect(turn.givenQuantity).toBe(left >= least ? Math.min(left, turn.wantedQuantity) : 0)
          left -= turn.givenQuantity
        }
        expect(left).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('keeps the floor for the protected alone, in their order, and never gives more than it', () => {
    fc.assert(
      fc.property(queues, fc.func(fc.boolean()), (queue, isProtected) => {
        const shared = shareOut(sha256, seed, queue)
        const floor = giveFloor(shared, queue.rule.partial, isProtected)
        const given = floor.called.reduce((sum, one) => sum + one.quantity, 0)
        expect(given + floor.leftQuantity).toBe(shared.floorQuantity)
        const places = new Map(shared.turns.map(({ claimant, place }) => [claimant, place]))
        const order = floor.called.map(({ claimant }) => places.get(claimant) ?? 0)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })

  it('comes out alike whoever shares it, and gives nobody less for having more honour', () => {
    fc.assert(
      fc.property(queues, fc.nat(), fc.integer({ min: 1, max: 3000 }), (queue, who, more) => {
        const first = shareOut(sha256, seed, queue)
        expect(shareOut(sha256, seed, structuredClone(queue))).toEqual(first)
        const lucky = queue.claims[who % Math.max(1, queue.claims.length)]
        if (lucky === undefined) return
        const raised = queue.claims.map((one) =>
          one === lucky ? { ...one, honourHundredths: one.honourHundredths + more } : one,
        )
        const turnIn = (turns: readonly Turn[]) => {
          const turn = turns.find(({ claimant }) => claimant === lucky.claimant)
          return turn ?? expect.unreachable('it has no turn')
        }
        const [before, after] = [
          turnIn(first.turns),
          turnIn(shareOut(sha256, seed, { ...queue, claims: raised }).turns),
        ]
        expect(after.place).toBeLessThanOrEqual(before.place)
        expect(after.givenQuantity).toBeGreaterThanOrEqual(before.givenQuantity)
      }),
    )
  })

  it('moves a claim as is said with the honour that is said, and not with a hundredth less', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const withoutTies = { ...queue.rule, ties: [] }
        const [ahead, behind] = rankClaims(sha256, seed, withoutTies, queue.claims)
        if (ahead === undefined || behind === undefined) return
        const { precedence } = queue.rule
        const move = whatWouldMove(precedence, behind, ahead)
        const withMore = (moreHundredths: number) => {
          const honourHundredths = behind.honourHundredths + moreHundredths
          const [first] = rankClaims(sha256, seed, withoutTies, [
            { ...behind, honourHundredths },
            ahead,
          ])
          if (first?.aheadBy === 'lot') return 'level'
          return first?.claimant === behind.claimant ? 'before' : 'behind'
        }
        if (move.by === 'none') {
          if (precedence.by !== 'lot') expect(withMore(1_000_000)).toBe('level')
          return
        }
        expect(withMore(move.moreHundredths)).toBe(move.to)
        expect(withMore(move.moreHundredths - 1)).not.toBe(move.to)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the bytes of a queue', () => {
  it('are the same in whatever order its fields were written, and name what decides', () => {
    const of = rule({ by: 'honour' })
    const written = queueBytes({ rule: of, supplyQuantity: 10, claims: [claim('a', 1)] })
    expect(written).toBe(
      '{"claims":[{"claimant":"a","honourHundredths":1,"leastQuantity":50,"receivedQuantity":0,"waitedOffers":0,"wantedQuantity":100}],"rule":{"floorPermille":0,"partial":true,"precedence":{"by":"honour"},"schema":"azalea-order-rule/1","ties":[]},"schema":"azalea-queue/1","supplyQuantity":10}',
    )
  })
})

describe('reading a rule of order', () => {
  it('takes what it knows', () => {
    const of = rule({ by: 'bands', fromHundredths: [1000, 500] }, { ties: ['longer_wait'] })
    expect(parseOrderRule(structuredClone(of))).toEqual({ ok: true, rule: of })
  })

  it.each([
    ['an unknown field', { ...rule({ by: 'lot' }), speed: 1 }, 'unknown_field'],
    ['no precedence', { ...rule({ by: 'lot' }), precedence: undefined }, 'missing_field'],
    ['an unknown one', { ...rule({ by: 'lot' }), precedence: { by: 'age' } }, 'not_allowed'],
    ['bands that rise', rule({ by: 'bands', fromHundredths: [500, 1000] }), 'bands_not_falling'],
    ['a tie twice', rule({ by: 'lot' }, { ties: ['longer_wait', 'longer_wait'] }), 'tie_twice'],
    ['a share above all', rule({ by: 'lot' }, { floorPermille: 1001 }), 'out_of_range'],
  ])('refuses %s', (_, value, code) => {
    const parsed = parseOrderRule(value)
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.code)).toEqual([code])
  })
})
