import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { DisputedCase } from './disputes-page.tsx'
import { DisputeForm } from './dispute-form.tsx'
import type { Disputed } from './rounds.ts'

const draw = drawForms()
const disputed = {
  weighInId: 'w',
  growerName: '陈秀芳',
  disputedByName: '陈秀芳',
  plotLabel: '菜地 A-17',
  grade: 'first',
  grossGrams: 21_000,
  tareGrams: 1_000,
  netGrams: 20_000,
  outcome: 'refused',
  because: 'wet',
  lotNumber: null,
  weighedAt: '2026-12-14T01:00:00Z',
  isVoided: false,
  dispute: { cause: 'grower', words: '不湿', dueOn: '2026-12-20', outcome: null, reasons: null },
  canDecide: { ok: true, code: null, sentence: null },
} as unknown as Disputed

it('decides a doubted weigh-in by a verdict and reasons', async () => {
  const path = '/api/weigh-ins/w/decide'
  const form = await draw(<DisputedCase disputed={disputed} />, {
    [path]: refused('kin', '请别人办。'),
  })
  expect(form.text()).toContain('陈秀芳：不湿')
  await form.press('异议不成立，过磅算数')
  await form.submit()
  await form.until(() => form.text().includes('请填写'))
  await form.write(' 看了照片 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { outcome: 'dismissed', reasons: '看了照片' } }])
  await form.until(() => form.text().includes('请别人办。'))
})

it('doubts a weigh-in in the grower’s own words', async () => {
  const path = '/api/weigh-ins/w/dispute'
  const form = await draw(<DisputeForm weighInId="w" />, {
    [path]: refused('weigh_in_disputed', '已经提过了。'),
  })
  await form.submit()
  await form.until(() => form.text().includes('请填写'))
  await form.write('我的菜不湿')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { words: '我的菜不湿' } }])
  await form.until(() => form.text().includes('已经提过了。'))
})
