import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { PhoneStep } from './phone-step.tsx'

const draw = drawForms()

it('sends the telephone as typed, and goes on with how long the code is good', async () => {
  const told: unknown[] = []
  const form = await draw(<PhoneStep onSent={(...sent) => told.push(sent)} />, {
    '/api/sign-in/code': { json: { expiresInSeconds: 300 } },
  })
  await form.type('手机号', '13812345678')
  await form.press('发送验证码')
  expect(await form.sent()).toEqual([{ path: '/api/sign-in/code', body: { phone: '13812345678' } }])
  await form.until(() => told.length === 1)
  expect(told).toEqual([['13812345678', 5]])
})

it('shows why no code was sent', async () => {
  const form = await draw(<PhoneStep onSent={() => undefined} />, {
    '/api/sign-in/code': refused('too_often', '请过一会儿再试。'),
  })
  await form.type('手机号', '13812345678')
  await form.press('发送验证码')
  await form.until(() => form.text().includes('请过一会儿再试。'))
})
