import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { OpenBudgetPage } from './open-budget-page.tsx'

const draw = drawForms()

it('sends the amount in fen with the vote behind it, and nothing while one of them is missing', async () => {
  const path = '/api/budgets'
  const form = await draw(<OpenBudgetPage />, {
    [path]: refused('budget_without_resolution', '没有成立的决议，不能设这笔经费。'),
  })
  await form.submit()
  await form.until(() => form.has('[aria-invalid="true"]'))
  await form.type('叫什么', '积分超市进货')
  await form.type('最多多少钱', '1234.5')
  await form.type('决议编号', '2026-07')
  await form.write('每年给积分超市进货')
  await form.press('村民会议')
  await form.type('会议日期', '2026-03-01')
  await form.type('应到', '300')
  await form.type('到会', '160')
  await form.type('赞成', '150')
  await form.type('反对', '10')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: {
        nameZh: '积分超市进货',
        nameEn: null,
        mostFen: 123_450,
        resolution: {
          number: '2026-07',
          what: '每年给积分超市进货',
          body: 'adults',
          date: '2026-03-01',
          eligible: 300,
          present: 160,
          for: 150,
          against: 10,
        },
      },
    },
  ])
  await form.until(() => form.text().includes('没有成立的决议'))
})
