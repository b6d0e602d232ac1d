import { addCivilDays, civilDay } from '@azalea/text'
import { expect, it } from 'vitest'
import { seededRandomness } from '../../../../test/randomness.ts'
import {
  actorOf,
  disagreements,
  leavesOf,
  nextKey,
  score,
} from '../../../../test/scoring-village.ts'
import { addPerson, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { outcomeOf } from '../../../../test/test-ledger.ts'
import {
  createWalletVillage,
  STARTS_WITH,
  type WalletVillage,
} from '../../../../test/wallet-village.ts'
import { holdPoints, refundPoints, releaseHold, spendPoints } from '../../ledger/index.ts'
import { closeDay, countAwards, countSpending, reverseAward } from '../../scoring/index.ts'
import { selectUnevenGifts } from './gift.store.ts'
import { givePoints } from './give-points.ts'

const DAYS = 45 // from 2 March, every third: past the end of the wallets' year

/** Everything that can happen to wallets, drawn by lot, and what was taken back of each. */
class Play {
  readonly #village: WalletVillage
  readonly #draw: (below: number) => number
  readonly #people: readonly TestPerson[]
  readonly #committee: TestPerson
  readonly #awards: { readonly person: TestPerson; readonly awardId: string }[] = []
  readonly #holds: string[] = []
  readonly #spent: { readonly householdId: string; readonly points: number; readonly at: Date }[] =
    []
  /** Of each household: what reversals have taken, the most that it can owe. */
  readonly takenBack = new Map<string, number>()
  readonly done = new Map<string, number>()

  constructor(
    village: WalletVillage,
    draw: (below: number) => number,
    people: readonly TestPerson[],
    committee: TestPerson,
  ) {
    this.#village = village
    this.#draw = draw
    this.#people = people
    this.#committee = committee
  }

  /** One thing that is tried; a refusal changes nothing. */
  async step(): Promise<void> {
    const kinds = [
      'award',
      'reverse',
      'hold',
      'release',
      'fetch',
      'spend',
      'refund',
      'give',
    ] as const
    const kind = kinds[this.#draw(kinds.length)] ?? 'award'
    const work = this[kind]()
    const outcome = work === null ? 'nothing' : await outcomeOf(work)
    const tally = `${kind} ${outcome}`
    this.done.set(tally, (this.done.get(tally) ?? 0) + 1)
    expect(outcome).toMatch(/^(done|nothing|balance_too_low|hold_ended|already_reversed|gift_.*)$/)
  }

  #one<T>(things: readonly T[]): T | undefined {
    return things[this.#draw(Math.max(1, things.length))]
  }

  #person(): TestPerson {
    return this.#one(this.#people) ?? this.#committee
  }

  #act: WalletVillage['ledger']['act'] = (work) => this.#village.ledger.act(work)

  award() {
    const person = this.#person()
    const itemRef = this.#draw(2) === 0 ? 'small-high' : 'garden-rate'
    const sourceKind = itemRef === 'small-high' ? 'attendance' : 'rating'
    const occurredOn = civilDay(this.#village.test.clock.now())
    return score(this.#village.test, person, { itemRef, sourceKind, occurredOn }).then(
      ({ awardId }) => void (sourceKind === 'attendance' && this.#awards.push({ person, awardId })),
    )
  }

  reverse() {
    const at = this.#draw(Math.max(1, this.#awards.length))
    const [award] = this.#awards.splice(at, 1)
    if (award === undefined) return null
    const { householdId } = award.person
    // It owes at most what the item gave.
    this.takenBack.set(householdId, (this.takenBack.get(householdId) ?? 0) + 50)
    const input = { awardId: award.awardId, reason: '重复' }
    return reverseAward(
      this.#village.test.server,
      actorOf(this.#committee, 'committee'),
      nextKey(),
      input,
    )
  }

  hold() {
    const { householdId } = this.#person()
    const holdId = this.#village.ledger.newId()
    const pointsHundredths = 1 + this.#draw(4000)
    return this.#act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths })).then(
      () => void this.#holds.push(holdId),
    )
  }

  release() {
    const holdId = this.#one(this.#holds)
    if (holdId === undefined) return null
    return this.#act(async (tx) => void (await releaseHold(tx, holdId)))
  }

  fetch() {
    const holdId = this.#one(this.#holds)
    if (holdId === undefined) return null
    const pointsHundredths = 1 + this.#draw(2000)
    return this.#act((tx) =>
      spendPoints(tx, {
        spendId: tx.newId(),
        from: { holdId },
        sellerId: 'shop',
        pointsHundredths,
      }),
    )
  }

  spend() {
    const { householdId } = this.#person()
    const points = 1 + this.#draw(3000)
    const at = this.#village.test.clock.now()
    return this.#act((tx) =>
      spendPoints(tx, {
        spendId: tx.newId(),
        from: { householdId },
        sellerId: 'shop',
        pointsHundredths: points,
      }),
    ).then(() => void this.#spent.push({ householdId, points, at }))
  }

  refund() {
    const [spent] = this.#spent.splice(this.#draw(Math.max(1, this.#spent.length)), 1)
    if (spent === undefined) return null
    const { householdId, points: pointsHundredths, at } = spent
    return this.#act((tx) =>
      refundPoints(tx, {
        refundId: tx.newId(),
        sellerId: 'shop',
        householdId,
        pointsHundredths,
        leftAt: at,
        spentAt: at,
      }),
    )
  }

  give() {
    const to = { name: this.#person().name, groupNo: 1 }
    const pointsHundredths = 1 + this.#draw(2500)
    const input = { to, pointsHundredths }
    return givePoints(this.#village.test.server, actorOf(this.#person()), nextKey(), input)
  }
}

/** Wallets that, with what they have set aside, hold another sum than the log tells or will tell. */
async function unlikeTheLog({ test }: WalletVillage): Promise<unknown[]> {
  const { rows } = await test.owner.query(
    `WITH book AS (
      SELECT owner_id::uuid AS household_id,
        coalesce(sum(balance) FILTER (WHERE unit = 'wallet'), 0) - coalesce(sum(balance) FILTER (WHERE unit = 'honour'), 0) AS beside
      FROM ledger_account WHERE village_id = $1 AND owner_kind = 'household' GROUP BY owner_id
    ), held AS (
      SELECT split_part(entry.account_id, '/', 3)::uuid AS household_id, sum(hold.balance) AS points
      FROM ledger_account AS hold
      JOIN transfer ON transfer.cause_kind = 'hold' AND transfer.cause_id = hold.owner_id::uuid
      JOIN entry ON entry.transfer_id = transfer.transfer_id
      WHERE hold.village_id = $1 AND hold.owner_kind = 'hold'
        AND entry.account_id LIKE 'wallet/household/%' GROUP BY entry.account_id
    )
    SELECT * FROM (
      SELECT household_id, beside + coalesce((SELECT points FROM held WHERE held.household_id = book.household_id), 0) AS book,
        $2::bigint
          - coalesce((SELECT sum(dropped_hundredths) FROM wallet_closed AS c WHERE c.household_id = book.household_id), 0)
          - coalesce((SELECT sum(points_hundredths) FROM wallet_spending AS s WHERE s.household_id = book.household_id), 0) AS told
      FROM book) AS compared WHERE book <> told`,
    [VILLAGE, STARTS_WITH],
  )
  return rows
}

it.each([1])(
  'whatever comes together, wallets hold something or owe what was taken back, and the auditor follows (%i)',
  async (seed) => {
    const village = await createWalletVillage({
      kind: 'carry_over',
      on: '04-10',
      keepPermille: 100,
    })
    const { test, goTo, ledger } = village
    try {
      const lots = seededRandomness(`wallets ${seed}`)
      const draw = (below: number) => lots.bytes(4).readUInt32BE() % below
      const committee = await addPerson(test, { roles: ['committee'] })
      const people = [await village.joined(), await village.joined(), await village.joined()]
      const play = new Play(village, draw, people, committee)
      const parts = { ...test.server, ...test, randomness: lots }
      for (let no = 3; no <= DAYS; no += 3) {
        const day = addCivilDays('2026-03-02', no)
        goTo(day, '00:15')
        await closeDay(parts, VILLAGE)
        await village.announce()
        goTo(day, '09:00')
        // The job, what it counts, and people, all at once.
        await Promise.all([
          village.close(),
          countSpending(parts, VILLAGE),
          countAwards(parts, VILLAGE),
          ...Array.from({ length: 8 }, () => play.step()),
        ])
        goTo(day, '10:00')
        for (const person of people)
          expect(await village.walletOf(person)).toBeGreaterThanOrEqual(
            -(play.takenBack.get(person.householdId) ?? 0),
          )
      }
      goTo(addCivilDays('2026-03-02', DAYS + 1), '00:15')
      await closeDay(parts, VILLAGE)
      expect(await leavesOf(test, 'wallet.closed', '')).toHaveLength(people.length)
      expect(await disagreements(test)).toEqual([])
      expect(await ledger.read((db) => selectUnevenGifts(db, VILLAGE))).toEqual([])
      expect(await village.findings()).toEqual([])
      expect(await unlikeTheLog(village)).toEqual([])
      for (const what of [
        'award',
        'reverse',
        'hold',
        'release',
        'fetch',
        'spend',
        'refund',
        'give',
      ])
        expect([...play.done.keys()]).toContain(`${what} done`)
    } finally {
      await test.close()
    }
  },
  60_000,
)
