import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { AdoptForm } from './adopt-form.tsx'
import type { SheetView } from './sheet.ts'

const draw = drawForms()
const view = { ruleSheetId: 's', findings: [] } as unknown as SheetView

it('sends the meeting that adopted the rules, and nothing before its numbers are there', async () => {
  const path = '/api/rule-sheets/s/adopt'
  const form = await draw(<AdoptForm view={view} onAdopted={() => undefined} />, {
    [path]: refused('too_few_present', '到会的人不够。'),
  })
  await form.submit()
  await form.until(() => form.text().includes('请把日期和人数填全。'))
  await form.type('会议日期', '2026-03-01')
  await form.press('村民会议')
  await form.type('应到', '300')
  await form.type('到会', '160')
  await form.type('赞成', '150')
  await form.type('反对', '10')
  await form.type('哪天起生效', '2026-03-10')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: {
        resolution: {
          date: '2026-03-01',
          body: 'adults',
          eligible: 300,
          present: 160,
          for: 150,
          against: 10,
        },
        effectiveFrom: '2026-03-10',
        lintAnswers: [],
      },
    },
  ])
  await form.until(() => form.text().includes('到会的人不够。'))
})
