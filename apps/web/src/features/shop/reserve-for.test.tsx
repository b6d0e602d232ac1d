import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { ReserveForForm } from './reserve-for-page.tsx'
import type { Good } from './shop.ts'

const draw = drawForms()
const goods = [
  { goodRef: 'soap', name: { zh: '肥皂', en: 'soap' }, pointsHundredths: 500, closed: null },
  { goodRef: 'rice', name: { zh: '大米', en: 'rice' }, pointsHundredths: 900, closed: 'sold_out' },
] as unknown as Good[]
const person = {
  id: 'q',
  label: '何小满 · 第1组 2号',
  name: '何小满',
  householdId: 'h',
  joined: true,
}

it('sends for whom, what and how many, and shows the code to write down', async () => {
  const path = '/api/shop/purchases'
  const behalf = { isForOther: true, person, channel: 'oral' }
  const draft = JSON.stringify({ behalf, goodRef: '', quantity: 1 })
  localStorage.setItem('azalea.draft.shop-reserve-for', draft)
  const form = await draw(<ReserveForForm goods={goods} />, {
    [path]: {
      json: { purchaseId: 'r', householdCode: 'ABCD2345', fetchUntil: '2026-12-08T01:00:00Z' },
    },
  })
  expect(form.has('option[value="rice"]')).toBe(false)
  await form.submit()
  await form.until(() => form.text().includes('请选'))
  await form.choose('soap')
  await form.type('数量', '2')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: { goodRef: 'soap', quantity: 2, onBehalf: { personId: 'q', channel: 'oral' } },
    },
  ])
  await form.until(() => form.text().includes('ABCD 2345'))
})
