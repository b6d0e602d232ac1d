import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { OwnNumberPage } from './own-number-page.tsx'

const draw = drawForms()

const own = { json: { phoneMasked: '138****5678', waiting: null, wechatBoundAt: null } }

it('sends the new telephone, then both codes with it, and shows why they were refused', async () => {
  const form = await draw(<OwnNumberPage />, {
    '/api/me/sign-in': own,
    '/api/me/sign-in/codes': { json: {} },
    '/api/me/sign-in/phone': refused('wrong_code', '验证码不对。'),
  })
  await form.until(() => form.has('form'))
  await form.type('新手机号', '13900001111')
  await form.submit()
  await form.until(() => form.text().includes('旧号码收到的验证码'))
  await form.type('旧号码', '111111')
  await form.type('新号码', '222222')
  await form.submit()
  const sent = await form.sent(1)
  expect(sent).toEqual([
    { path: '/api/me/sign-in/codes', body: { phone: '13900001111' } },
    {
      path: '/api/me/sign-in/phone',
      body: { phone: '13900001111', oldCode: '111111', newCode: '222222' },
    },
  ])
  await form.until(() => form.text().includes('验证码不对。'))
})
