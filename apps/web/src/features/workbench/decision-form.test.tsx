import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { DecisionForm } from './decision-form.tsx'

const draw = drawForms()

it('sends a decision with its words, and no refusal without a reason', async () => {
  const path = '/api/activities/a/decide'
  const form = await draw(<DecisionForm activityId="a" />, {
    [path]: refused('own_activity', '自己发起的不能自己审。'),
  })
  await form.submit()
  await form.press('不同意')
  await form.until(() => form.text().includes('理由'))
  await form.submit()
  await form.until(() => form.has('textarea[aria-invalid="true"]'))
  await form.type('理由', ' 那天有雨 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { decision: 'refuse', words: '那天有雨' } }])
  await form.until(() => form.text().includes('自己发起的不能自己审。'))
})
