import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { answer, PaymentVillage, sha256 } from '../../../../test/payment-village.ts'
import { call } from '../../../../test/server.ts'

let village: PaymentVillage
beforeAll(async () => {
  village = await PaymentVillage.create()
})
afterAll(() => village.test.close())

it('has a line each, totals and a check sum, and is the same each time', async () => {
  const runId = await village.ordered('bank')
  const file = await village.fileOf(runId)
  expect(await village.fileOf(runId)).toBe(file)
  const [body = '', check] = file.split('check,')
  expect(check).toBe(`${sha256(body)}\r\n`)
  expect(body).not.toContain('5 分')
  expect(body).toContain(`,"陈,""芳",农商行,622800000,123.45,年终分配\r\n`)
  expect(body).toMatch(/\r\ncount,3\r\ntotal_yuan,223.53\r\n$/)
  const { statementHash } = await village.view(runId)
  const { rows } = await village.test.owner.query(
    `SELECT encode(sha256(statement), 'hex') AS hash FROM payment_run WHERE run_id = $1`,
    [runId],
  )
  expect(rows[0].hash).toBe(statementHash)
  const table = () =>
    call(village.test, village.cadre, 'GET', `/api/payment-runs/${runId}/table.xlsx`)
  const first = (await table()).rawPayload
  expect(Buffer.compare((await table()).rawPayload, first)).toBe(0)
  const sheet = () =>
    call(village.test, village.cadre, 'GET', `/api/payment-runs/${runId}/sheet.pdf`)
  expect((await sheet()).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

/** The same answer with another total, and the check sum that goes with it. */
function totalOf(whole: string, total: string): string {
  const body = whole.replace(/(?<=paid_yuan,).*/, total).split('check,')[0] ?? ''
  return `${body}check,${sha256(body)}\r\n`
}

it('is refused whole where anything of it is wrong, and changes nothing', async () => {
  const runId = await village.ordered('bank')
  const [one = '', two = ''] = await village.keysOf(runId)
  const good = [1, one, 'paid', 12_345, ''] as const
  const whole = answer(runId, [good])
  for (const [text, refusal] of [
    [answer(runId, [good, [2, village.ledger.newId(), 'paid', 1, '']]), '400 payment_unknown'],
    [answer(runId, [good, good]), '409 payment_answered'],
    [answer(runId, [good, [2, two, 'paid', 10_006, '']]), '400 payment_amount_wrong'],
    [totalOf(whole, '123.46'), '400 answer_total_wrong'],
    [whole.replace('123.45', '123.46'), '400 answer_check_wrong'],
    [answer(village.ledger.newId(), [good]), '400 answer_of_other_run'],
    [answer(runId, [[1, one, 'failed', 12_345, '']]), '400 answer_unreadable'],
    [answer(runId, [[1, one, 'failed', 12_345, '\u0000\u202E']]), '400 answer_unreadable'],
    [answer(runId, [[1, one, 'failed', 12_345, '长'.repeat(101)]]), '400 answer_unreadable'],
    [answer(runId, [[1, one, 'paid', 12_345, '账号不存在']]), '400 answer_unreadable'],
    [answer(runId, [[1, one, 'maybe', 12_345, '']]), '400 answer_unreadable'],
    [totalOf(whole, 'x'.repeat(1_000)), '400 answer_unreadable'],
    [answer(runId, []), '400 answer_unreadable'],
    ['hello', '400 answer_unreadable'],
    [Buffer.from([0xff, 0xfe, 0]), '400 answer_unreadable'],
  ] as const)
    expect(await refused(village.send(runId, text))).toBe(refusal)
  const third = (await village.keysOf(runId))[2] ?? ''
  const ownFailed = answer(runId, [good, [3, third, 'failed', 3, '账号不存在']])
  expect(await refused(village.send(runId, ownFailed))).toBe('403 own_household_payment')
  expect(await village.view(runId)).toMatchObject({ paidCount: 0, failedCount: 0 })
  const why = '账号\u0000不\u202E存在\u0007'
  await done(village.send(runId, answer(runId, [[2, two, 'failed', 10_005, why]])))
  const { lines } = await village.view(runId)
  expect(lines[1]).toMatchObject({ state: 'failed', failure: '账号不存在' })
  await done(village.send(runId, whole))
  expect(await refused(village.send(runId, whole))).toBe('409 payment_answered')
  expect(await village.view(runId)).toMatchObject({ paidCount: 1, paidFen: 12_345 })
  expect(await refused(village.send(village.ledger.newId(), whole))).toBe('404 unknown_payment_run')
  expect(await village.checked()).toEqual([])
})
