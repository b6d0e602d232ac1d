import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Objection } from './objection.ts'

const draw = drawForms()
const item = (ref: string, zh: string) => ({
  ref,
  name: { zh, en: ref },
  kind: 'merit',
  base: {
    kind: 'per_unit',
    unit: 'yuan',
    perUnits: 1,
    pointsHundredths: 100,
    partUnits: 'pro_rata',
  },
  stages: [{ stage: 'base' }],
  evidenceKinds: ['check_in'],
})
const sheet = { items: [item('watch', '值守'), item('sweep', '打扫')] }
const objection = {
  objectionId: 'o',
  award: { itemRef: 'watch' },
  facts: { ruleSheetId: 's', quantity: 120, leaderScore: null },
} as Objection
const path = '/api/objections/o/answer'
const draws = () =>
  draw(<AnswerForm objection={objection} onAnswered={() => undefined} />, {
    '/api/rule-sheets/s': { json: { sheet } },
    [path]: refused('not_your_turn', '轮到别人。'),
  })

it('refuses with reasons, and answers nothing before a verdict is chosen', async () => {
  const form = await draws()
  await form.until(() => form.text().includes('不成立'))
  expect(form.has('button[type=submit]')).toBe(false)
  await form.press('不成立')
  await form.submit()
  await form.until(() => form.text().includes('请写明理由'))
  await form.write(' 时间没错 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { outcome: 'refused', reasons: '时间没错' } }])
  await form.until(() => form.text().includes('轮到别人。'))
})

it('takes an award back without another', async () => {
  const form = await draws()
  await form.until(() => form.text().includes('撤回'))
  await form.press('撤回')
  await form.write('没有这回事')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { outcome: 'upheld', reasons: '没有这回事' } }])
})

it('corrects in the item’s unit, as the server counts it', async () => {
  const form = await draws()
  await form.until(() => form.text().includes('更正'))
  await form.press('更正')
  await form.until(() => form.text().includes('改正不对的地方'))
  await form.type('数量', '1.5')
  await form.write('多记了')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path,
      body: {
        outcome: 'upheld',
        reasons: '多记了',
        correction: { itemRef: 'watch', quantity: 150 },
      },
    },
  ])
})
