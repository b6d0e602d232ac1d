import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import type { BreachReport } from './breach-report.ts'
import { FindForm } from './find-form.tsx'

const draw = drawForms()
const report = { reportId: 'r' } as BreachReport

it('closes what nobody was found for, with reasons', async () => {
  const path = '/api/breach-reports/r/close'
  const form = await draw(<FindForm report={report} />, { [path]: refused('over', '已经了结。') })
  await form.submit()
  await form.press('查不到')
  await form.submit()
  await form.write('查不出来')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { reasons: '查不出来' } }])
  await form.until(() => form.text().includes('已经了结。'))
})
