import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ProposePage } from './propose-page.tsx'

const draw = drawForms()

const roles = { json: { items: [{ role: 'auditor', personId: 'a', name: '何审' }], mine: [] } }

it('sends whom, what, of which days and why; nothing while something is missing', async () => {
  const form = await draw(<ProposePage />, {
    '/api/roles': roles,
    '/api/openings': refused('own_household', '不能给自己家的人看。'),
  })
  await form.until(() => form.text().includes('给哪位审计员'))
  await form.press('提出来')
  await form.until(() => form.text().includes('请写明为什么要看。'))
  await form.type('给哪位审计员', 'a')
  await form.type('从哪天的记录', '2026-03-01')
  await form.type('到哪天的记录', '2026-03-07')
  await form.type('为什么', ' 有人反映算错了 ')
  await form.check()
  await form.press('提出来')
  const [sent] = await form.sent()
  expect(sent).toMatchObject({
    path: '/api/openings',
    body: {
      auditorId: 'a',
      fromDay: '2026-03-01',
      throughDay: '2026-03-07',
      validDays: 7,
      reason: '有人反映算错了',
    },
  })
  await form.until(() => form.text().includes('不能给自己家的人看。'))
})
