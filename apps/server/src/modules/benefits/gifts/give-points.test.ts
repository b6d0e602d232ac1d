import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf, sequenceAll } from '../../../../test/audited-log.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import {
  createScoringVillage,
  disagreements,
  goodResolution,
  importSheet,
  leavesOf,
  lintAnswers,
  actorOf,
  nextKey,
  testSheet,
} from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { give, TestLedger } from '../../../../test/test-ledger.ts'
import { householdOf } from '../../ledger/index.ts'
import { adoptRuleSheet } from '../../scoring/index.ts'
import { selectUnevenGifts } from './gift.store.ts'

let test: TestServer
let ledger: TestLedger
let giver: TestPerson
let receiver: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
  const sheet = testSheet((one) => ({
    ...one,
    policies: { ...one.policies, gifts: { atMostHundredthsPerMonth: 5000 } },
  }))
  await createScoringVillage(test, { sheet })
  giver = await addPerson(test)
  receiver = await addPerson(test)
  await fill(giver, 20_000)
})
afterAll(() => test.close())

const fill = ({ householdId }: TestPerson, points: number) =>
  ledger.act((tx) => give(tx, householdOf('wallet', householdId), points))
const walletOf = ({ householdId }: TestPerson) => ledger.balance(householdOf('wallet', householdId))
const to = ({ name }: TestPerson, groupNo = 1) => ({ name, groupNo })
const send = (
  from: TestPerson,
  other: { name: string; groupNo: number },
  points: number,
  key?: string,
) =>
  call(
    test,
    from,
    'POST',
    '/api/gifts',
    { to: other, pointsHundredths: points },
    key === undefined ? {} : { key },
  )
const codeOf = async (sent: ReturnType<typeof send>) => (await sent).json<{ code?: string }>().code
const giftsOf = async (person: TestPerson) =>
  (await call(test, person, 'GET', '/api/gifts')).json<{
    mostHundredthsPerMonth: number | null
    leftHundredths: number
    gifts: { direction: string; pointsHundredths: number; otherName: string; byName: string }[]
  }>()
const messagesOf = async ({ personId }: TestPerson) =>
  (
    await test.owner.query<{ kind: string; params: object }>(
      'SELECT kind, params FROM message WHERE person_id = $1 ORDER BY message_id',
      [personId],
    )
  ).rows

describe('givePoints', () => {
  it('moves points once, shows them to both, and tells the log neither who nor how many', async () => {
    const seen = await call(
      test,
      giver,
      'GET',
      `/api/gifts/receiver?name=${encodeURIComponent(receiver.name)}&groupNo=1`,
    )
    expect(seen.json()).toMatchObject({ groupName: '第1组', houseNo: expect.any(String) })
    await sentTwice(test, (key) => send(giver, to(receiver), 3000, key))
    expect([await walletOf(giver), await walletOf(receiver)]).toEqual([17_000, 3000])
    expect(await giftsOf(giver)).toMatchObject({
      mostHundredthsPerMonth: 5000,
      leftHundredths: 2000,
      gifts: [{ direction: 'given', pointsHundredths: 3000, otherName: receiver.name }],
    })
    expect(await giftsOf(receiver)).toMatchObject({
      leftHundredths: 5000,
      gifts: [{ direction: 'received', pointsHundredths: 3000, byName: giver.name }],
    })
    expect(await messagesOf(giver)).toMatchObject([{ kind: 'gift.given' }])
    expect(await messagesOf(receiver)).toMatchObject([
      { kind: 'gift.received', params: { byName: giver.name, owedHundredths: 0 } },
    ])
    const account = await call(test, receiver, 'GET', '/api/me/account?unit=wallet')
    expect(account.json()).toMatchObject({ entries: { items: [{ text: '别家送来' }] } })
    const [leaf, ...more] = await leavesOf(test, 'wallet.gifted', '')
    expect(more).toEqual([])
    expect(Object.keys(leaf?.public ?? {})).toEqual(['gift'])
  })

  it('gives no more than the month’s limit, however many send at once, and again the next month', async () => {
    const from = await addPerson(test)
    await fill(from, 20_000)
    const rivals = Array.from({ length: 4 }, () => send(from, to(receiver), 2000))
    expect(await outcomesOf(rivals)).toEqual([
      'done',
      'done',
      'gift_above_limit',
      'gift_above_limit',
    ])
    expect(await walletOf(from)).toBe(16_000)
    test.clock.set(new Date('2026-03-31T16:00:00Z')) // midnight of 1 April
    expect((await send(from, to(receiver), 5000)).statusCode).toBe(200)
    expect(await codeOf(send(from, to(receiver), 1))).toBe('gift_above_limit')
  })

  it('crosses with a gift the other way, and neither waits for ever', async () => {
    const [one, other] = [await addPerson(test), await addPerson(test)]
    await fill(one, 1000)
    await fill(other, 1000)
    const crossing = [1, 2, 3, 4].flatMap((points) => [
      send(one, to(other), points),
      send(other, to(one), points),
    ])
    expect(new Set(await outcomesOf(crossing))).toEqual(new Set(['done']))
    expect([await walletOf(one), await walletOf(other)]).toEqual([1000, 1000])
  })

  it('refuses the own household, strangers, who has not joined, more than there is, and whoever owes', async () => {
    const from = await addPerson(test)
    const housemate = await addPerson(test, { householdId: from.householdId })
    const away = await addPerson(test, { villageId: OTHER_VILLAGE })
    const outside = await addPerson(test, { joined: false })
    const [twin] = [
      await addPerson(test, { name: '王小二' }),
      await addPerson(test, { name: '王小二' }),
    ]
    await fill(from, 1000)
    expect(await codeOf(send(from, to(housemate), 100))).toBe('gift_to_own_household')
    expect(await codeOf(send(from, to(away), 100))).toBe('gift_receiver_unknown')
    expect(await codeOf(send(from, to(receiver, 2), 100))).toBe('gift_receiver_unknown')
    expect(await codeOf(send(from, to(twin), 100))).toBe('gift_receiver_ambiguous')
    expect(await codeOf(send(from, to(outside), 100))).toBe('other_household_not_joined')
    expect(await codeOf(send(outside, to(receiver), 100))).toBe('household_not_joined')
    expect(await codeOf(send(from, to(receiver), 1001))).toBe('gift_beyond_wallet')
    await fill(from, -1500)
    expect(await codeOf(send(from, to(receiver), 100))).toBe('gift_while_owing')
    expect(await walletOf(from)).toBe(-500)
    expect(await codeOf(send(from, to(receiver), 0))).toBe('invalid_request')
  })

  it('makes up for what the receiver owed, which the giver does not learn', async () => {
    const [from, owing] = [await addPerson(test), await addPerson(test)]
    await fill(from, 1000)
    await fill(owing, -300)
    expect((await send(from, to(owing), 500)).statusCode).toBe(200)
    expect(await walletOf(owing)).toBe(200)
    expect(await messagesOf(owing)).toMatchObject([{ params: { owedHundredths: 300 } }])
    expect(JSON.stringify(await messagesOf(from))).not.toContain('owed')
  })

  it('is refused where the sheet in force allows no gifts', async () => {
    const committee = await addPerson(test, { roles: ['committee'] })
    const second = await addPerson(test, { roles: ['committee'] })
    await adoptRuleSheet(test.server, actorOf(second, 'committee'), nextKey(), {
      ruleSheetId: await importSheet(test, committee, testSheet()),
      effectiveFrom: '2026-04-02',
      resolution: goodResolution,
      lintAnswers,
    })
    test.clock.set(new Date('2026-04-01T16:00:00Z'))
    expect(await codeOf(send(giver, to(receiver), 100))).toBe('gifts_not_allowed')
    expect(await giftsOf(giver)).toMatchObject({ mostHundredthsPerMonth: null, leftHundredths: 0 })
  })

  it('is held against the month’s limit by an auditor for whom the records are opened', async () => {
    const { database, clock } = test
    const [proposer, second] = [
      await addPerson(test, { roles: ['committee'] }),
      await addPerson(test, { roles: ['committee'] }),
    ]
    const auditor = await addPerson(test, { roles: ['auditor'] })
    const days = { fromDay: '2026-03-01', throughDay: '2026-04-02' }
    const what = {
      auditorId: auditor.personId,
      kinds: ['wallet'],
      validDays: 2,
      reason: '年度审计，核对赠送',
    }
    const asked = await call(test, proposer, 'POST', '/api/openings', { ...what, ...days })
    const { openingId } = asked.json<{ openingId: string }>()
    const granted = { decision: 'granted' }
    await call(test, second, 'POST', `/api/openings/${openingId}/decision`, granted)
    await sequenceAll(database, VILLAGE, clock.now())
    const url = `/api/openings/${openingId}/records`
    const { origin, items } = (await call(test, auditor, 'GET', url)).json<{
      origin: string
      items: { parts: { payload: string }[] }[]
    }>()
    const scope = { kinds: ['wallet'], from: days.fromDay, through: days.throughDay }
    const head = JSON.stringify({ format: 'azalea-openings/1', origin, ...scope })
    const lines = [head, ...items.map((item) => JSON.stringify(item))]
    const found = async () =>
      (await auditOf(database, VILLAGE, clock.now(), '', lines)).findings.filter(
        ({ code }) => code === 'opening_wrong' || code === 'wallet_wrong',
      )
    expect(items.length).toBeGreaterThan(10)
    expect(await found()).toEqual([])
  })

  it('leaves books that agree', async () => {
    expect(await disagreements(test)).toEqual([])
    expect(await ledger.read((db) => selectUnevenGifts(db, VILLAGE))).toEqual([])
    await test.owner.query('UPDATE gift SET points_hundredths = points_hundredths + 1')
    expect((await ledger.read((db) => selectUnevenGifts(db, VILLAGE))).length).toBeGreaterThan(0)
  })
})
