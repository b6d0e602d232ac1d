import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { GoodLine } from './good-line.tsx'
import type { Good, Shop } from './shop.ts'

const draw = drawForms()
const good = {
  goodRef: 'soap',
  name: { zh: '肥皂', en: 'Soap' },
  pointsHundredths: 500,
  leftQuantity: 9,
  returnDays: 0,
  closed: null,
} as unknown as Good
const shopWith = (walletHundredths: number) =>
  ({ walletHundredths, openings: [{}], purchases: [] }) as unknown as Shop

it('offers to set goods aside to a wallet that can pay, and says what is missing to one that cannot', async () => {
  const path = '/api/shop/purchases'
  const form = await draw(<GoodLine good={good} shop={shopWith(800)} />, {
    [path]: { json: { purchaseId: 'p' } },
  })
  await form.press('预留肥皂')
  await form.until(() => form.text().includes('5 分'))
  await form.press('预留')
  expect(await form.sent()).toEqual([{ path, body: { goodRef: 'soap', quantity: 1 } }])
})

it('offers nothing to a wallet that is short', async () => {
  const form = await draw(<GoodLine good={good} shop={shopWith(200)} />)
  expect(form.text()).toContain('还差 3 分')
  expect(form.has('button')).toBe(false)
})

it('offers nothing while something is owed, which is made up for first', async () => {
  const form = await draw(<GoodLine good={good} shop={shopWith(-200)} />)
  expect(form.text()).toContain('肥皂')
  expect(form.text()).not.toContain('还差')
  expect(form.has('button')).toBe(false)
})
