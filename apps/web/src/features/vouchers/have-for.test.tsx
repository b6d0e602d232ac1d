import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { HaveForForm } from './have-for-page.tsx'
import type { Offered } from './vouchers.ts'

const draw = drawForms()
const kind = { voucherKindId: 'k', name: '十元券', pointsHundredths: 3000, valueFen: 1000 }
const kinds = [
  { ...kind, isToBeHad: true },
  { ...kind, voucherKindId: 'gone', isToBeHad: false },
] as unknown as Offered[]
const person = {
  id: 'q',
  label: '何小满 · 第1组 2号',
  name: '何小满',
  householdId: 'h',
  joined: true,
}
const slip = {
  voucherId: 'v',
  name: '十元券',
  merchants: [{ name: '村口小店', place: '村口' }],
  code: 'ABCD2345EFGH2345',
  valueFen: 1000,
  inParts: false,
  unspent: 'returned',
  expiresOn: '2026-12-30',
  issuedAt: '2026-11-30T01:00:00Z',
  buyerName: '何小满',
  enteredByName: '陈建军',
}

it('sends for whom and which kind, and shows the slip to print with its code and both names', async () => {
  const path = '/api/vouchers'
  const behalf = { isForOther: true, person, channel: 'oral' }
  localStorage.setItem(
    'azalea.draft.voucher-have-for',
    JSON.stringify({ behalf, voucherKindId: '' }),
  )
  const form = await draw(<HaveForForm kinds={kinds} onMore={() => undefined} />, {
    [path]: { json: { voucherId: 'v' } },
    '/api/vouchers/v/slip': { json: slip },
  })
  expect(form.has('option[value="gone"]')).toBe(false)
  await form.submit()
  await form.until(() => form.text().includes('请选一种券。'))
  await form.choose('k')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path, body: { voucherKindId: 'k', onBehalf: { personId: 'q', channel: 'oral' } } },
  ])
  await form.until(() => form.text().includes('ABCD 2345 EFGH 2345'))
  for (const said of ['何小满', '陈建军', '村口小店']) expect(form.text()).toContain(said)
  expect(form.has('.qr-code')).toBe(true)
})
