import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { FirstSignIn } from './first-sign-in.tsx'

const draw = drawForms()

it('asks for a code, sends it with the telephone, and shows why it was refused', async () => {
  const form = await draw(<FirstSignIn phone="13812345678" />, {
    '/api/sign-in/code': { json: { expiresInSeconds: 300 } },
    '/api/sign-in': refused('wrong_code', '验证码不对。'),
  })
  await form.press('13812345678')
  await form.until(() => form.text().includes('验证码'))
  await form.until(() => form.has('input'))
  await form.type('验证码', '246810')
  await form.press('登录')
  const sent = await form.sent(1)
  expect(sent.map(({ path }) => path)).toEqual(['/api/sign-in/code', '/api/sign-in'])
  expect(sent[1]?.body).toEqual({ phone: '13812345678', code: '246810' })
  await form.until(() => form.text().includes('验证码不对。'))
})
