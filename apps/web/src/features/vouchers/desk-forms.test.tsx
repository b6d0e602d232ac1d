import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { BindPerson } from './bind-person.tsx'
import { EnterMerchant } from './enter-merchant.tsx'
import { MerchantAccount } from './merchant-account.tsx'
import { ProposeKind } from './propose-kind.tsx'
import type { Merchant } from './vouchers.ts'

const draw = drawForms()
const shop = { merchantId: 'm', name: '村口小店', place: '村口' } as unknown as Merchant
const merchants = [shop]
const budgets = [{ budgetId: 'b', name: '消费券', leftFen: 50_000 }] as unknown as Parameters<
  typeof ProposeKind
>[0]['budgets']

it('enters a merchant, and nothing without a name and a place', async () => {
  const path = '/api/merchants'
  const form = await draw(<EnterMerchant />, { [path]: refused('role_required', '不归您管。') })
  await form.submit()
  await form.until(() => form.text().includes('请填写。'))
  await form.type('名称', '豆腐坊')
  await form.type('在哪儿', '桥头')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path, body: { nameZh: '豆腐坊', nameEn: null, place: '桥头' } },
  ])
  await form.until(() => form.text().includes('不归您管。'))
})

it('binds somebody of elsewhere by name and telephone', async () => {
  const path = '/api/merchants/m/people'
  const taken = '这个手机号已经有人用了。'
  const form = await draw(<BindPerson merchants={merchants} />, {
    [path]: refused('phone_taken', taken),
  })
  await form.press('外面的人')
  await form.submit()
  await form.until(() => form.text().includes('请填写。'))
  await form.choose('m')
  await form.type('姓名', '钱掌柜')
  await form.type('手机号', '13700001234')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path, body: { who: { name: '钱掌柜', phone: '13700001234' } } },
  ])
  await form.until(() => form.text().includes(taken))
})

it('sends an account without its spaces, and none that is too short', async () => {
  const path = '/api/merchants/m/account'
  const form = await draw(<MerchantAccount merchants={merchants} />, { [path]: { json: {} } })
  await form.choose('m')
  await form.type('户名', '村口小店')
  await form.type('开户行', '信用社')
  await form.type('账号', '6228')
  await form.submit()
  await form.until(() => form.text().includes('8 到 32 位数字。'))
  await form.type('账号', '6228 0000 1111')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: { holderName: '村口小店', bankName: '信用社', accountNumber: '622800001111' },
    },
  ])
})

it('proposes a kind in points and yuan, by a budget, for at least one merchant', async () => {
  const path = '/api/voucher-kinds'
  const form = await draw(<ProposeKind budgets={budgets} merchants={merchants} />, {
    [path]: refused('budget_exceeded', '这笔经费不够了。'),
  })
  await form.type('名称', '十元券')
  await form.type('换一张要几分', '30')
  await form.type('面值（元）', '10')
  await form.choose('b')
  await form.submit()
  await form.until(() => form.text().includes('至少选一家。'))
  await form.press('村口小店')
  await form.press('到期没用完的，剩下的退积分')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: {
        nameZh: '十元券',
        nameEn: null,
        pointsHundredths: 3000,
        valueFen: 1000,
        inParts: false,
        validDays: 60,
        unspent: 'lapsed',
        budgetId: 'b',
        merchantIds: ['m'],
      },
    },
  ])
  await form.until(() => form.text().includes('这笔经费不够了。'))
})
