import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestLedger, outcomeOf } from '../../../test/test-ledger.ts'
import { createTestServer, OTHER_VILLAGE, VILLAGE, type TestServer } from '../../../test/server.ts'
import {
  fundOf,
  holdOf,
  holdPoints,
  householdOf,
  issuerOf,
  openAccount,
  releaseHold,
  reverseTransfers,
  sellerOf,
  spendPoints,
  transfer,
  transferAll,
  type Account,
  type Line,
} from './index.ts'

// Random causes, beside a model of a few lines: what each account holds, and what was posted.

const HOUSEHOLDS = 3
const HOLDS = 4

type Step =
  | { kind: 'award'; household: number; amount: number }
  | { kind: 'reversal'; of: number }
  | { kind: 'endowment'; amount: number; isSpread: boolean }
  | { kind: 'grant'; household: number; amount: number }
  | { kind: 'hold'; household: number; hold: number; amount: number }
  | { kind: 'release'; hold: number }
  | { kind: 'spend'; household: number; amount: number }
  | { kind: 'spend-held'; hold: number; amount: number }
  | { kind: 'settlement'; amount: number }
  | { kind: 'again'; of: number }
  | { kind: 'mixed'; household: number; amount: number }

const amount = fc.integer({ min: 1, max: 120 })
const household = fc.nat({ max: HOUSEHOLDS - 1 })
const hold = fc.nat({ max: HOLDS - 1 })
const kindOf = <K extends string>(kind: K) => fc.constant(kind)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: kindOf('award'),
    household,
    amount: fc.integer({ min: -90, max: 200 }).filter((n) => n !== 0),
  }),
  fc.record({ kind: kindOf('reversal'), of: fc.nat({ max: 9 }) }),
  fc.record({ kind: kindOf('endowment'), amount, isSpread: fc.boolean() }),
  fc.record({ kind: kindOf('grant'), household, amount }),
  fc.record({ kind: kindOf('hold'), household, hold, amount }),
  fc.record({ kind: kindOf('release'), hold }),
  fc.record({ kind: kindOf('spend'), household, amount }),
  fc.record({ kind: kindOf('spend-held'), hold, amount }),
  fc.record({ kind: kindOf('settlement'), amount }),
  fc.record({ kind: kindOf('again'), of: fc.nat({ max: 9 }) }),
  fc.record({ kind: kindOf('mixed'), household, amount }),
)

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

interface Cause {
  readonly kind: string
  readonly id: string
  readonly mayLeaveDebt: boolean
}

/** What is asked of the ledger, and of the model in the same words. */
class Play {
  readonly ledger: TestLedger
  readonly households: readonly string[]
  readonly holds: readonly string[]
  readonly fund: ReturnType<typeof fundOf>
  readonly seller: ReturnType<typeof sellerOf>
  readonly awards: { cause: Cause; household: number; amount: number; isReversed: boolean }[] = []
  readonly holders = new Map<number, number>()
  readonly #model = new Map<string, { account: Account; amount: number }>()
  readonly #posted: { cause: Cause; lines: readonly Line[] }[] = []

  constructor(ledger: TestLedger) {
    this.ledger = ledger
    this.households = Array.from({ length: HOUSEHOLDS }, () => ledger.newId())
    this.holds = Array.from({ length: HOLDS }, () => ledger.newId())
    this.fund = fundOf(ledger.newId())
    this.seller = sellerOf(ledger.newId())
  }

  wallet(household: number) {
    return householdOf('wallet', this.households[household] ?? '')
  }

  async begin(): Promise<void> {
    await this.ledger.act(async (tx) => {
      openAccount(tx, this.fund)
      openAccount(tx, this.seller)
    })
  }

  holdsOf(account: Account): number {
    return this.#model.get(JSON.stringify(account))?.amount ?? 0
  }

  move(lines: readonly { account: Account; amount: number }[]): void {
    for (const { account, amount } of lines)
      this.#model.set(JSON.stringify(account), { account, amount: this.holdsOf(account) + amount })
  }

  /** Moves from one account to another, as far as the giving one holds as much. */
  async pay(cause: Cause, from: Account, to: Line, ask?: () => Promise<string>): Promise<void> {
    const lines = [{ account: from, amount: -to.amount }, to]
    const isFree = from.ownerKind === 'issuer'
    const expected = isFree || this.holdsOf(from) >= to.amount ? 'done' : 'balance_too_low'
    const post = () => outcomeOf(this.ledger.act((tx) => transfer(tx, cause, lines)))
    expect(await (ask ?? post)()).toBe(expected)
    if (expected !== 'done') return
    this.move(lines)
    this.#posted.push({ cause, lines })
  }

  async again(of: number): Promise<void> {
    const posted = this.#posted[of]
    if (posted === undefined) return
    const twice = this.ledger.act((tx) =>
      transfer(tx, { ...posted.cause, mayLeaveDebt: true }, posted.lines),
    )
    await expect(twice).rejects.toThrow(/transfer_once_by_cause|not enough/)
  }

  async compare(): Promise<void> {
    for (const { account, amount } of this.#model.values()) {
      // It gives to all plays; `expectSound` looks at it.
      if (account.ownerKind === 'issuer') continue
      expect([account, await this.ledger.balance(account)]).toEqual([account, amount])
    }
  }
}

const causeOf = (play: Play, kind: string, mayLeaveDebt = false): Cause => ({
  kind,
  id: play.ledger.newId(),
  mayLeaveDebt,
})

async function take(play: Play, step: Step): Promise<void> {
  switch (step.kind) {
    case 'award':
      return award(play, step)
    case 'reversal':
      return reverse(play, step.of)
    case 'endowment': {
      const to = { account: play.fund, amount: step.amount, isSpread: step.isSpread }
      return play.pay(causeOf(play, 'endowment'), issuerOf('wallet'), to)
    }
    case 'grant': {
      const to = { account: play.wallet(step.household), amount: step.amount }
      return play.pay(causeOf(play, 'grant'), play.fund, to)
    }
    case 'hold':
      return setAside(play, step)
    case 'release':
      return release(play, step.hold)
    case 'spend':
      return spend(play, play.wallet(step.household), step.amount)
    case 'spend-held':
      return spend(play, holdOf(play.holds[step.hold] ?? ''), step.amount)
    case 'settlement': {
      const to = { account: issuerOf('wallet'), amount: step.amount }
      return play.pay(causeOf(play, 'settlement'), play.seller, to)
    }
    case 'again':
      return play.again(step.of)
    case 'mixed': {
      const lines = [
        { account: play.wallet(step.household), amount: step.amount },
        { account: issuerOf('honour'), amount: -step.amount },
      ]
      const mixed = play.ledger.act((tx) => transfer(tx, causeOf(play, 'mixed', true), lines))
      return expect(mixed).rejects.toThrow('units never meet')
    }
  }
}

function linesOf(play: Play, household: number, amount: number): Line[][] {
  const householdId = play.households[household] ?? ''
  return (['honour', 'wallet'] as const).map((unit) => [
    { account: householdOf(unit, householdId), amount, earnerId: householdId },
    { account: issuerOf(unit), amount: -amount },
  ])
}

async function award(play: Play, { household, amount }: { household: number; amount: number }) {
  const cause = causeOf(play, 'award', true)
  const postings = linesOf(play, household, amount).map((lines) => ({ cause, lines }))
  await play.ledger.act((tx) => transferAll(tx, postings))
  for (const { lines } of postings) play.move(lines)
  play.awards.push({ cause, household, amount, isReversed: false })
}

async function reverse(play: Play, of: number): Promise<void> {
  const given = play.awards[of]
  if (given === undefined) return
  const cause = { ...given.cause, kind: 'reversal' }
  const undo = () => play.ledger.act((tx) => reverseTransfers(tx, cause, given.cause))
  if (given.isReversed) return expect(undo()).rejects.toThrow('transfer_once_by_cause')
  await undo()
  for (const lines of linesOf(play, given.household, -given.amount)) play.move(lines)
  given.isReversed = true
}

async function setAside(
  play: Play,
  { household, hold, amount }: { household: number; hold: number; amount: number },
): Promise<void> {
  if (play.holders.has(hold)) return
  const holdId = play.holds[hold] ?? ''
  const householdId = play.households[household] ?? ''
  const cause = { kind: 'hold', id: holdId, mayLeaveDebt: false }
  if (play.holdsOf(play.wallet(household)) >= amount) play.holders.set(hold, household)
  await play.pay(cause, play.wallet(household), { account: holdOf(holdId), amount }, () =>
    outcomeOf(
      play.ledger.act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths: amount })),
    ),
  )
}

async function release(play: Play, hold: number): Promise<void> {
  const holdId = play.holds[hold] ?? ''
  const left = play.holdsOf(holdOf(holdId))
  const outcome = await outcomeOf(play.ledger.act((tx) => releaseHold(tx, holdId)))
  expect(outcome).toBe(left > 0 ? 'done' : 'hold_ended')
  if (left === 0) return
  play.move([
    { account: holdOf(holdId), amount: -left },
    { account: play.wallet(play.holders.get(hold) ?? -1), amount: left },
  ])
}

async function spend(play: Play, from: Account, amount: number): Promise<void> {
  const cause = causeOf(play, 'spend')
  const payer = from.ownerKind === 'hold' ? { holdId: from.ownerId } : { householdId: from.ownerId }
  await play.pay(cause, from, { account: play.seller, amount }, () =>
    outcomeOf(
      play.ledger.act((tx) =>
        spendPoints(tx, {
          spendId: cause.id,
          from: payer,
          sellerId: play.seller.ownerId,
          pointsHundredths: amount,
        }),
      ),
    ),
  )
}

/** What the tables say of themselves: sums of units, entries beside balances, forbidden overdrafts. */
async function expectSound(villageId: string): Promise<void> {
  const { rows: sums } = await test.owner.query(
    'SELECT unit FROM entry WHERE village_id = $1 GROUP BY unit HAVING sum(amount) <> 0',
    [villageId],
  )
  expect(sums).toEqual([])
  const { rows: replayed } = await test.owner.query(
    `SELECT account_id, balance, (SELECT coalesce(sum(amount), 0) FROM entry
       WHERE entry.village_id = account.village_id AND entry.account_id = account.account_id) AS replayed
     FROM ledger_account AS account WHERE village_id = $1 AND balance IS NOT NULL`,
    [villageId],
  )
  expect(replayed.filter(({ balance, replayed }) => balance !== replayed)).toEqual([])
  const { rows: overdrawn } = await test.owner.query(
    `SELECT account_id FROM ledger_account WHERE village_id = $1 AND overdraft = 'never' AND balance < 0`,
    [villageId],
  )
  expect(overdrawn).toEqual([])
}

it('holds what the model holds after any causes, and refuses what the rules forbid', async () => {
  const ledger = new TestLedger(test)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const play = new Play(ledger)
      await play.begin()
      for (const one of steps) await take(play, one)
      await play.compare()
      expect(await ledger.check()).toEqual([])
    }),
    { numRuns: 25, endOnFailure: true },
  )
  await expectSound(VILLAGE)
}, 120_000)

it('stays sound when the causes are rivals', async () => {
  const ledger = new TestLedger(test, OTHER_VILLAGE)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(household, amount), { maxLength: 24 }), async (wishes) => {
      const play = new Play(ledger)
      await play.begin()
      await award(play, { household: 0, amount: 300 })
      await award(play, { household: 1, amount: 300 })
      await Promise.all(wishes.map(([to, points]) => rival(play, to, points)))
      for (const one of [0, 1])
        expect(await ledger.balance(play.wallet(one))).toBeGreaterThanOrEqual(0)
      expect(await ledger.check()).toEqual([])
    }),
    { numRuns: 10, endOnFailure: true },
  )
  await expectSound(OTHER_VILLAGE)
}, 120_000)

/** One of many at once: gives to the fund, spends, or grants from the fund. */
async function rival(play: Play, kind: number, amount: number): Promise<void> {
  const from = [play.wallet(0), play.wallet(1), play.fund][kind] ?? play.fund
  const to = [play.fund, play.seller, play.wallet(0)][kind] ?? play.seller
  const lines = [
    { account: from, amount: -amount },
    { account: to, amount },
  ]
  await outcomeOf(play.ledger.act((tx) => transfer(tx, causeOf(play, 'rival'), lines)))
}
