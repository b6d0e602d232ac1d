import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { TakeVoucher } from './take-page.tsx'
import type { AtTill } from './vouchers.ts'

const draw = drawForms()
const path = '/api/till/redemptions'
const whole: AtTill = {
  name: '十元券',
  valueFen: 1000,
  leftFen: 1000,
  inParts: false,
  expiresOn: '2026-12-31',
  canTake: { ok: true, code: null, sentence: null },
}

it('takes a whole voucher by one tap, and tells when and where a copy was spent', async () => {
  const spent = '这张券已经在 2026-11-30 09:05 于 村口小店 用过了，这次没有核销。'
  const form = await draw(<TakeVoucher code="C" voucher={whole} />, {
    [path]: refused('voucher_spent', spent),
  })
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { code: 'C', amountFen: 1000, leftFen: 1000 } }])
  await form.until(() => form.text().includes(spent))
})

it('takes a part where the voucher says so, and no more than is left', async () => {
  const parts = { ...whole, inParts: true, leftFen: 700 }
  const form = await draw(<TakeVoucher code="C" voucher={parts} />, {
    [path]: { json: { redemptionId: 'r', leftFen: 365 } },
  })
  await form.type('收多少元', '7.01')
  await form.submit()
  await form.until(() => form.text().includes('请写 ¥7.00 以内的金额'))
  await form.type('收多少元', '3.35')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { code: 'C', amountFen: 335, leftFen: 700 } }])
  await form.until(() => form.text().includes('券上还剩 ¥3.65'))
})

it('does not offer to take what is not taken here, and says why', async () => {
  const canTake = { ok: false, code: 'voucher_expired', sentence: '这张券 2026-11-01 到期了。' }
  const form = await draw(<TakeVoucher code="C" voucher={{ ...whole, canTake }} />)
  expect(form.text()).toContain('到期了')
  expect(form.has('form')).toBe(false)
})
