import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { EnterLot } from './enter-lot.tsx'
import type { Good } from './shop.ts'

const draw = drawForms()
const goods = [{ goodRef: 'soap', name: { zh: '肥皂', en: 'soap' } }] as unknown as Good[]

it('sends pieces and the cost of one in fen, and nothing while a good or a number is missing', async () => {
  const path = '/api/shop/lots'
  const form = await draw(<EnterLot goods={goods} />, {
    [path]: refused('unknown_good', '细则里没有这样东西。'),
  })
  await form.type('数量', '0')
  await form.submit()
  await form.until(() => form.text().includes('请写 1 以上的整数。'))
  await form.choose('soap')
  await form.type('数量', '24')
  await form.type('进价', '3.35')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path, body: { goodRef: 'soap', quantity: 24, unitCostFen: 335, expiresOn: null } },
  ])
  await form.until(() => form.text().includes('细则里没有这样东西。'))
})
