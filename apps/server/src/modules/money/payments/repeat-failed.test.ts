import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { done, refused, sortedStatuses } from '../../../../test/participation-village.ts'
import { answer, PaymentVillage } from '../../../../test/payment-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { accountOf } from '../index.ts'

let village: PaymentVillage
beforeAll(async () => {
  village = await PaymentVillage.create()
})
afterAll(() => village.test.close())

it('orders what failed anew: what failed is owed again, and ordered anew in a statement of its own', async () => {
  const runId = await village.ordered('bank')
  const [one = '', two = '', three = ''] = await village.keysOf(runId)
  const settled = await done(
    village.send(
      runId,
      answer(runId, [
        [1, one, 'paid', 12_345, ''],
        [2, two, 'failed', 10_005, '账号不存在'],
      ]),
    ),
  )
  expect(settled).toEqual({ paidCount: 1, paidFen: 12_345, failedCount: 1, failedFen: 10_005 })
  expect(await village.checked()).toEqual([])
  const owed = accountOf({ kind: 'household', id: village.villagers[1]?.householdId ?? '' })
  expect(await village.ledger.balance(owed)).toBe(10_005)
  const states = (await village.view(runId)).lines.map(({ state }: { state: string }) => state)
  expect(states).toEqual(['paid', 'failed', 'pending'])
  const repeat = (means: string) =>
    call(village.test, village.cadre, 'POST', `/api/payment-runs/${runId}/repeat`, { means })
  expect(await refused(repeat('bank'))).toBe('409 payout_account_missing')
  const account = { holderName: '陈军', bankName: '信用社', accountNumber: '6228000099' }
  await done(
    call(village.test, village.villagers[1] ?? null, 'POST', '/api/me/payout-account', account),
  )
  const { runId: again } = await done(repeat('bank'))
  expect(await refused(repeat('bank'))).toBe('409 nothing_to_repeat')
  expect(await village.view(again)).toMatchObject({ correctsRunId: runId, totalFen: 10_005 })
  expect(await village.fileOf(again)).toContain(',陈军,信用社,6228000099,100.05,')
  const [key = ''] = await village.keysOf(again)
  expect(key).not.toBe(two)
  await done(village.send(again, answer(again, [[1, key, 'paid', 10_005, '']])))
  await done(village.send(runId, answer(runId, [[3, three, 'paid', 3, '']])))
  expect(await village.ledger.balance(owed)).toBe(0)
  const { items: waiting } = await done(
    call(village.test, village.cadre, 'GET', '/api/workbench/inbox'),
  )
  expect(waiting.filter(({ kind }: { kind: string }) => kind === 'payments_to_end')).toEqual([])
  expect(await village.checked()).toEqual([])
  expect(await village.ledger.check()).toEqual([])
  const own = await done(call(village.test, village.villagers[1] ?? null, 'GET', '/api/me/money'))
  expect(own).toMatchObject({
    payoutAccount: { accountNumber: '******0099' },
    payments: [
      { amountFen: 10_005, state: 'paid', failure: null },
      { amountFen: 10_005, state: 'failed', failure: '账号不存在' },
    ],
  })
})

it('orders anew what the bank says only later has failed, each payment once', async () => {
  const runId = await village.ordered('bank')
  const [one = '', two = '', three = ''] = await village.keysOf(runId)
  const another = await addPerson(village.test, { roles: ['committee'] })
  const fails = async (...line: readonly [number, string, number]) => {
    const [no, key, fen] = line
    const told = answer(runId, [[no, key, 'failed', fen, '账号不存在']])
    await done(village.send(runId, told, another))
  }
  const repeat = () =>
    call(village.test, village.cadre, 'POST', `/api/payment-runs/${runId}/repeat`, {
      means: 'cash',
    })
  const corrected = async () => (await village.view(runId)).isCorrected
  /** What the inbox of somebody tells of failed payments of this run. */
  const toRepeat = async (who: TestPerson) => {
    const { items } = await done(call(village.test, who, 'GET', '/api/workbench/inbox'))
    return items.filter(
      ({ kind, id }: Record<'kind' | 'id', string>) =>
        kind === 'payments_to_repeat' && id === runId,
    )
  }
  expect(await toRepeat(another)).toEqual([])
  await fails(1, one, 12_345)
  expect(await corrected()).toBe(false)
  expect(await toRepeat(another)).toMatchObject([{ count: 1 }])
  const leader = await addPerson(village.test, { roles: ['group_leader'] })
  expect(await toRepeat(leader)).toEqual([])
  const { runId: first } = await done(repeat())
  expect(await corrected()).toBe(true)
  expect(await toRepeat(another)).toEqual([])
  await fails(2, two, 10_005)
  await fails(3, three, 3)
  expect(await corrected()).toBe(false)
  const answers = await Promise.all([1, 2, 3].map(() => repeat()))
  expect(sortedStatuses(answers)).toEqual([200, 409, 409])
  expect(await corrected()).toBe(true)
  const second = answers.find(({ statusCode }) => statusCode === 200)?.json().runId
  expect(await village.view(first)).toMatchObject({ correctsRunId: runId, totalFen: 12_345 })
  expect(await village.view(second)).toMatchObject({ correctsRunId: runId, totalFen: 10_008 })
  expect(await village.checked()).toEqual([])
  const { findings } = await auditOf(village.test.database, VILLAGE, village.test.clock.now())
  expect(findings.filter(({ code }) => code === 'payments_wrong')).toEqual([])
})
