import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { checkRounds } from '../check-rounds.ts'

let round: RoundVillage
let first = ''
let settled = ''
beforeAll(async () => {
  round = await RoundVillage.weighing(3)
  first = (await done(round.weigh(0, { grossGrams: 21_003 }))).weighInId
  await done(round.weigh(0, { grade: 'second', grossGrams: 6_000 }))
  await done(round.weigh(1))
  await round.afterHours()
  await done(round.close())
}, 90_000)
afterAll(() => round.test.close())

it('pays price × net weight × grade less what was agreed, confirmed by another household', async () => {
  const { settlementId } = await done(round.propose())
  settled = settlementId
  expect(await refused(round.propose())).toBe('409 round_settlement_exists')
  expect(await refused(round.confirm(settlementId, round.drafter))).toBe('403 second_own_proposal')
  const { runIds } = await done(round.confirm(settlementId))
  expect(runIds).toHaveLength(1)
  expect(await refused(round.confirm(settlementId))).toBe('409 round_settlement_over')
  // 20.003 kg at 1.80 a jin are 72.01, 5 kg at 1.21 are 12.10; 2 % of 84.11 are 1.68, two baskets 1.00.
  const mine = `/api/round-settlements/${settlementId}/mine`
  const statement = await done(call(round.test, round.sellers[0]!.person, 'GET', mine))
  expect(statement).toMatchObject({
    lines: [{ netGrams: 20_003, amountFen: 7_201 }, { amountFen: 1_210 }],
    deductions: [{ amountFen: 168 }, { amountFen: 100 }],
    roundFen: 8_143,
    paidFen: 8_143,
    means: 'cash',
  })
  expect(await refused(call(round.test, round.sellers[2]!.person, 'GET', mine))).toBe(
    '404 no_grower_statement',
  )
})

it('is printed for the grower, and for the office many at once', async () => {
  const { person } = round.sellers[0]!
  const own = await call(round.test, person, 'GET', `/api/round-settlements/${settled}/mine.pdf`)
  expect([own.statusCode, own.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const url = `/api/round-settlements/${settled}/statements.pdf`
  const all = await call(round.test, round.drafter, 'GET', url)
  expect([all.statusCode, all.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const after = await call(round.test, round.drafter, 'GET', `${url}?after=2`)
  expect(after.statusCode).toBe(404)
}, 60_000)

it('corrects by a new statement, and takes what was paid too much off later ones', async () => {
  const judge = await addPerson(round.test, { roles: ['committee'] })
  await done(round.dispute(first, round.weigher))
  expect(await refused(round.propose())).toBe('409 round_in_dispute')
  await done(round.decide(first, 'upheld', judge))
  await done(round.weigh(0, { replacesId: first, grossGrams: 19_000 }))
  const { settlementId } = await done(round.propose())
  await done(round.confirm(settlementId))
  const mine = `/api/round-settlements/${settlementId}/mine`
  const statement = await done(call(round.test, round.sellers[0]!.person, 'GET', mine))
  // 18 kg instead of 20.003: 64.80 + 12.10 - 1.53 - 1.00 = 74.37, 81.43 were paid.
  expect(statement).toMatchObject({ no: 2, roundFen: 7_437, settledFen: 8_143, paidFen: 0 })
  const before = await done(
    call(round.test, round.sellers[0]!.person, 'GET', `/api/round-settlements/${settled}/mine`),
  )
  expect(before).toMatchObject({ no: 1, paidFen: 8_143 })
  expect(await refused(round.propose())).toBe('409 nothing_to_settle_of_round')
})

it('agrees with the books and with the log, to the fen', async () => {
  const { test, drafter } = round
  const { villageId } = drafter
  expect(await test.database.inVillage(villageId, (db) => checkRounds(db, villageId))).toEqual([])
  const { findings } = await auditOf(test.database, villageId, test.clock.now())
  const own = new Set(['round_wrong', 'lot_wrong', 'input_wrong', 'budget_wrong', 'fields_wrong'])
  expect(findings.filter(({ code }) => own.has(code))).toEqual([])
}, 60_000)
