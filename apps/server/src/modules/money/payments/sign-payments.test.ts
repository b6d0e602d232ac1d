import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { answer, PaymentVillage } from '../../../../test/payment-village.ts'
import { call } from '../../../../test/server.ts'
import { orderPayments } from '../index.ts'

let village: PaymentVillage
beforeAll(async () => {
  village = await PaymentVillage.create()
})
afterAll(() => village.test.close())

it('ends by signatures, entered by nobody of the household that is paid', async () => {
  const runId = await village.ordered('cash')
  const sign = (nos: number[]) =>
    call(village.test, village.cadre, 'POST', `/api/payment-runs/${runId}/sign`, { nos })
  expect(await refused(sign([1, 3]))).toBe('403 own_household_payment')
  expect(await refused(sign([4]))).toBe('400 payment_unknown')
  expect(await done(sign([1, 2]))).toMatchObject({ paidCount: 2, paidFen: 22_350 })
  expect(await refused(sign([2]))).toBe('409 payment_answered')
  const line = [1, village.ledger.newId(), 'paid', 12_345, ''] as const
  expect(await refused(village.send(runId, answer(runId, [line])))).toBe('409 payment_means_wrong')
  expect((await village.view(runId)).lines).toMatchObject([
    { state: 'paid', isOwn: false },
    { state: 'paid', isOwn: false },
    { state: 'pending', isOwn: true },
  ])
  expect(await village.checked()).toEqual([])
  const found = async (q: string) =>
    (
      await done(
        call(
          village.test,
          village.cadre,
          'GET',
          `/api/payment-runs/${runId}?q=${encodeURIComponent(q)}`,
        ),
      )
    ).lines
  const [first] = (await village.view(runId)).lines
  expect(await found(` ${first.payeeName} `)).toContainEqual(first)
  expect(await found('3号')).toHaveLength(3)
  expect(await found('没有这家')).toEqual([])
})

it('is called as the reader reads it: on the list, on its page, in the inbox, by who is paid', async () => {
  const runId = await village.ordered('cash')
  const titles = async (language: 'zh' | 'en') => {
    const read = (path: string) =>
      done(call(village.test, village.cadre, 'GET', path, undefined, { language }))
    const ofRun = ({ runId: id, id: line }: { runId?: string; id?: string }) =>
      id === runId || line === runId
    const inbox = (await read('/api/workbench/inbox')).items.find(ofRun)
    const [listed] = (await read('/api/payment-runs')).items.filter(ofRun)
    const shown = await read(`/api/payment-runs/${runId}`)
    const [own] = (await read('/api/me/money')).payments
    expect(inbox.title).toBe(
      { zh: '年终分配 · 发现金 · 3月2日', en: 'Dividend · in cash · 2 Mar' }[language],
    )
    return [listed, shown, own].map(({ title }) => title)
  }
  expect(new Set(await titles('en'))).toEqual(new Set(['Dividend']))
  expect(new Set(await titles('zh'))).toEqual(new Set(['年终分配']))
})

it('is never ordered twice for one cause', async () => {
  const runId = await village.ordered('cash')
  const again = village.ledger.act(async (tx) => {
    const { rows } = await village.test.owner.query(
      'SELECT cause_id FROM payment WHERE run_id = $1 LIMIT 1',
      [runId],
    )
    await orderPayments(tx, village.test.server.secrets, {
      runId: village.ledger.newId(),
      means: 'cash',
      title: '再来一次',
      titleEn: null,
      corrects: null,
      orderedBy: village.cadre.personId,
      payments: [
        {
          payee: { kind: 'household', id: village.villagers[0]?.householdId ?? '' },
          payeeName: '陈',
          place: '',
          account: null,
          amountFen: 1,
          reason: '分红',
          cause: { kind: 'test', id: rows[0].cause_id as string },
          attempt: 1,
        },
      ],
    })
  })
  await expect(again).rejects.toThrow(/duplicate key/)
})
