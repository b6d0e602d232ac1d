import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ProposePage } from './propose-page.tsx'

const draw = drawForms()

it('proposes a pool in fen, and none above what the resolution leaves', async () => {
  const budgets = { json: { items: [{ budgetId: 'b', name: '分红', leftFen: 100_000 }] } }
  const path = '/api/year-ends'
  const form = await draw(<ProposePage />, {
    '/api/budgets': budgets,
    [path]: refused('no_statement', '那天没有结账。'),
  })
  await form.until(() => form.has('select'))
  await form.submit()
  await form.type('名称', '2025 年终分配')
  await form.choose('b')
  await form.type('一共分多少', '1000.01')
  await form.type('算到哪天', '2026-01-31')
  await form.submit()
  await form.until(() => form.text().includes('超出了决议给的'))
  await form.type('一共分多少', '999.99')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: {
        titleZh: '2025 年终分配',
        titleEn: null,
        budgetId: 'b',
        poolFen: 99_999,
        since: null,
        until: '2026-01-31',
      },
    },
  ])
  await form.until(() => form.text().includes('那天没有结账。'))
})
