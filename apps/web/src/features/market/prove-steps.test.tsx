import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ProveSteps } from './prove-steps.tsx'

const draw = drawForms()
const market = '/api/villages/330109102259/market'

it('sends the telephone, then the code with it, and keeps the code that was wrong', async () => {
  let proved = 0
  const form = await draw(
    <ProveSteps villageId="330109102259" isDemonstration={false} onProved={() => (proved += 1)} />,
    {
      [`${market}/code`]: { json: { sent: true, expiresInSeconds: 300 } },
      [`${market}/prove`]: refused('code_wrong', '验证码不对。'),
    },
  )
  await form.type('手机号', '198 0000 0001')
  await form.submit()
  await form.until(() => form.text().includes('验证码已发到 198 0000 0001，5 分钟内有效。'))
  await form.type('验证码', '123456')
  await form.submit()
  await form.until(() => form.text().includes('验证码不对。'))
  expect(await form.sent()).toEqual([
    { path: `${market}/code`, body: { phone: '198 0000 0001' } },
    { path: `${market}/prove`, body: { phone: '198 0000 0001', code: '123456' } },
  ])
  expect(form.read('验证码')).toBe('123456')
  expect(proved).toBe(0)
})
