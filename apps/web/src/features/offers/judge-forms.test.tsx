import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { AdoptRuleForm } from './adopt-rule-form.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { DeskQueue, OfferView } from './offer.ts'
import { TurnObjections } from './turn-objections.tsx'

const draw = drawForms()
const objection = {
  objectionId: 'o',
  place: 3,
  objectorName: '陈秀芳',
  words: '名次不对',
  outcome: null,
  reasons: null,
  dueOn: '2026-03-10',
  canDecide: { ok: true, code: null, sentence: null },
} as DeskQueue['objections'][number]

it('decides a disputed turn by a verdict and reasons', async () => {
  const path = '/api/turn-objections/o/decide'
  const form = await draw(<TurnObjections objections={[objection]} />, {
    [path]: refused('kin', '请别人办。'),
  })
  await form.press('异议不成立')
  await form.submit()
  await form.until(() => form.text().includes('请写明理由，双方都会看到。'))
  await form.write(' 名单没错 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { outcome: 'dismissed', reasons: '名单没错' } }])
  await form.until(() => form.text().includes('请别人办。'))
})

it('adopts a rule by the whole vote only', async () => {
  const form = await draw(<AdoptRuleForm orderRuleId="r" />)
  await form.press('村民代表会议')
  await form.type('会议日期', '2026-03-01')
  await form.type('应到', '30')
  await form.type('到会', '20')
  await form.type('赞成', '11')
  await form.submit()
  await form.until(() => form.text().includes('请填写。'))
  await form.type('反对', '9')
  await form.until(() => form.text().includes('表决有效'))
  await form.submit()
  const vote = { body: 'delegates', eligible: 30, present: 20, for: 11, against: 9 }
  expect(await form.sent()).toEqual([
    { path: '/api/order-rules/r/adopt', body: { resolution: { ...vote, date: '2026-03-01' } } },
  ])
})

it('takes less of what one is called for, never more, or nothing', async () => {
  const offer = { offerId: 'o', unit: 'piece' } as OfferView
  const form = await draw(<AnswerForm offer={offer} quantity={5} dueOn="2026-03-10" />)
  expect(form.has('button[type=submit]')).toBe(false)
  await form.press('少要一些')
  await form.type('要多少', '5')
  await form.submit()
  await form.type('要多少', '2')
  await form.submit()
  expect(await form.sent()).toEqual([{ path: '/api/offers/o/turn', body: { takenQuantity: 2 } }])
})
