import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import type { Attendee } from './activity.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { ManyAtOnce } from './many-at-once.tsx'
import { ScoreSheet } from './score-sheet.tsx'

const draw = drawForms()
const attendee = {
  personId: 'p',
  name: '陈秀芳',
  attendanceId: 't',
  checkedInAt: '2026-03-02T01:00:00.000Z',
  checkedOutAt: '2026-03-02T03:00:00.000Z',
  leaderScore: null,
  scoreWords: null,
} as Attendee
const onClose = () => undefined

it('a score is sent once one is chosen', async () => {
  const path = '/api/attendances/t/score'
  const form = await draw(<ScoreSheet attendee={attendee} onClose={onClose} />, {
    [path]: refused('activity_not_open', '活动已经结束。'),
  })
  await form.submit()
  await form.press('4 星')
  await form.write(' 很卖力 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { score: 4, words: '很卖力' } }])
  await form.until(() => form.text().includes('活动已经结束。'))
})

it.each([
  ['没有来', null],
  ['还在', { checkedInAt: attendee.checkedInAt, checkedOutAt: null }],
  ['改时间', { checkedInAt: attendee.checkedInAt, checkedOutAt: attendee.checkedOutAt }],
])('a presence is put right: %s', async (how, presence) => {
  const form = await draw(<CorrectSheet attendee={attendee} onClose={onClose} />)
  await form.submit()
  await form.press(how)
  await form.submit()
  await form.until(() => form.text().includes('请写一句为什么。'))
  await form.write('点错了')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path: '/api/attendances/t/correct', body: { presence, reason: '点错了' } },
  ])
})

it('a whole shift is scored at once, by one score', async () => {
  const attendees = ['t', 'u'].map((id) => ({ ...attendee, personId: id, canScore: true }))
  const form = await draw(<ManyAtOnce shiftId="s" attendees={attendees} asksScore />)
  await form.press('一起评分')
  await form.press('5 星')
  await form.press('都记这个分')
  expect(await form.sent()).toEqual([{ path: '/api/shifts/s/scores', body: { score: 5 } }])
})
