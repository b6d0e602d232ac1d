import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { CancelActivity } from './cancel-activity.tsx'

const draw = drawForms()

it('sends the reason as written, and shows why it was refused', async () => {
  const path = '/api/activities/a/cancel'
  const form = await draw(<CancelActivity activityId="a" />, {
    [path]: refused('has_begun', '已经开始了，不能取消。'),
  })
  await form.press('取消这个活动')
  await form.until(() => form.has('form'))
  await form.submit()
  await form.type('原因', ' 下大雨 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { reason: '下大雨' } }])
  await form.until(() => form.text().includes('已经开始了，不能取消。'))
})
