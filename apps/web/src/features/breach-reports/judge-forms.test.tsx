import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import type { BreachReport } from './breach-report.ts'
import { DecideAppealForm, DecideForm } from './judge-forms.tsx'

const draw = drawForms()
const rules = [
  { ref: 'litter', name: '乱倒垃圾', pointsHundredths: -200, unit: 'deed' },
  { ref: 'noise', name: '夜里吵闹', pointsHundredths: -100, unit: 'hour' },
]
const report = (part: object) =>
  ({ reportId: 'r', about: { kind: 'place' }, rules, outcome: null, ...part }) as BreachReport

it('decides nothing before a verdict, a rule and reasons are there', async () => {
  const path = '/api/breach-reports/r/decision'
  const form = await draw(<DecideForm report={report({})} />, {
    [path]: refused('not_your_turn', '轮到别人。'),
  })
  await form.submit()
  await form.press('属实')
  await form.submit()
  await form.until(() => form.text().includes('请写明理由'))
  expect(form.text()).toContain('请选违反了哪一条。')
  await form.write(' 有照片为证 ')
  await form.submit()
  await form.choose('litter')
  await form.submit()
  const [only, ...more] = await form.sent()
  expect(only).toEqual({
    path,
    body: { outcome: 'upheld', reasons: '有照片为证', itemRef: 'litter', quantity: 1 },
  })
  expect(more).toEqual([])
  await form.until(() => form.text().includes('轮到别人。'))
})

it('dismisses without a rule; of a post upholds without one, since the shift counts it', async () => {
  const dismissing = await draw(<DecideForm report={report({})} />)
  await dismissing.press('不属实')
  await dismissing.write('没有这回事')
  await dismissing.submit()
  const body = { outcome: 'dismissed', reasons: '没有这回事' }
  expect((await dismissing.sent())[0]?.body).toEqual(body)
  const upholding = await draw(
    <DecideForm report={report({ reportId: 'p', about: { kind: 'post' } })} />,
  )
  await upholding.press('属实')
  await upholding.write('岗上没有人')
  await upholding.submit()
  expect(await upholding.sent()).toEqual([
    { path: '/api/breach-reports/p/decision', body: { outcome: 'upheld', reasons: '岗上没有人' } },
  ])
})

it('an appeal changes a dismissal only by a rule, and confirms one without', async () => {
  const path = '/api/breach-reports/r/appeal/decision'
  const dismissed = report({ outcome: 'dismissed' })
  const form = await draw(<DecideAppealForm report={dismissed} />)
  await form.press('改变')
  await form.write('确有其事')
  await form.submit()
  await form.until(() => form.text().includes('请选违反了哪一条。'))
  await form.choose('noise')
  await form.type('数量', '1.5')
  await form.submit()
  const changed = { outcome: 'changed', reasons: '确有其事', itemRef: 'noise', quantity: 90 }
  expect(await form.sent()).toEqual([{ path, body: changed }])
  const upheld = await draw(
    <DecideAppealForm report={report({ reportId: 's', outcome: 'upheld' })} />,
  )
  await upheld.press('维持')
  await upheld.write('原决定没错')
  await upheld.submit()
  expect((await upheld.sent())[0]?.body).toEqual({ outcome: 'confirmed', reasons: '原决定没错' })
})
