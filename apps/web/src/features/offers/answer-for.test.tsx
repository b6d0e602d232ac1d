import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { AnswerFor } from './answer-for-page.tsx'
import type { CalledTurn } from './called-turns.ts'
import { Called } from './called-turns-page.tsx'

const draw = drawForms()
const turn: CalledTurn = {
  offerId: 'o',
  title: '青菜 100 公斤先卖',
  unit: 'kg',
  claimant: 'household',
  holderId: 'h',
  name: '何小满',
  houseNo: '12号',
  groupName: '第1组',
  place: 2,
  quantity: 30_000,
  dueOn: '2026-12-02',
  isKept: false,
  hasTelephone: false,
  speakers: [
    { personId: 'p', name: '何小满' },
    { personId: 'q', name: '何大山' },
  ],
  canEnter: { ok: true, code: null, sentence: null },
}

it('sends who answered and what they take, once both are said, and shows a slip with both names', async () => {
  const path = '/api/offers/o/turn'
  const form = await draw(<AnswerFor turn={turn} />, { [path]: { json: {} } })
  await form.press('少要一些')
  await form.submit()
  await form.until(() => form.text().includes('请选是谁答复的。'))
  await form.choose('q')
  await form.type('要多少', '20')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path, body: { takenQuantity: 20_000, onBehalf: { personId: 'q', channel: 'oral' } } },
  ])
  await form.until(() => form.has('.turn-slip'))
  for (const said of ['何大山', '要 20', '青菜 100 公斤先卖']) expect(form.text()).toContain(said)
})

it('says who cannot enter it, and why', async () => {
  const canEnter = { ok: false, code: 'own_turn_waits', sentence: '您家也排着。' }
  const form = await draw(<AnswerFor turn={{ ...turn, canEnter }} />)
  expect(form.text()).toContain('您家也排着。')
  expect(form.has('form')).toBe(false)
})

it('lists who has no telephone for the door, all on request, and the kept share apart', async () => {
  const other = { ...turn, holderId: 'i', name: '王建国', hasTelephone: true }
  const kept = { ...turn, holderId: 'k', name: '陈桂芳', isKept: true }
  const form = await draw(<Called turns={[turn, other, kept]} />)
  expect(form.text()).toContain('何小满')
  expect(form.text()).not.toContain('王建国')
  expect(form.has('.called-turns__screen table')).toBe(true)
  await form.press('全部（2）')
  await form.until(() => form.text().includes('王建国'))
})
