import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import type { BreachReport } from './breach-report.ts'
import { AppealForm, ReplyForm } from './words-form.tsx'

const draw = drawForms()

const report = {
  reportId: 'r',
  replyDueOn: '2026-03-05',
  decision: { appealEndsOn: '2026-03-20' },
} as unknown as BreachReport

it('sends a reply and an appeal with the words as written, and none without words', async () => {
  const reply = await draw(<ReplyForm report={report} />, {
    '/api/breach-reports/r/reply': { json: {} },
  })
  await reply.press('提交说明')
  await reply.until(() => reply.text().includes('请写一两句。'))
  await reply.type('您这边的情况', ' 那天没有人 ')
  await reply.press('提交说明')
  expect(await reply.sent()).toEqual([
    { path: '/api/breach-reports/r/reply', body: { words: '那天没有人' } },
  ])
})

it('shows why an appeal was refused', async () => {
  const appeal = await draw(<AppealForm report={report} />, {
    '/api/breach-reports/r/appeal': refused('too_late', '申诉期已经过了。'),
  })
  await appeal.type('为什么不服', '不是我家')
  await appeal.press('向监委会申诉')
  expect(await appeal.sent()).toEqual([
    { path: '/api/breach-reports/r/appeal', body: { words: '不是我家' } },
  ])
  await appeal.until(() => appeal.text().includes('申诉期已经过了。'))
})
