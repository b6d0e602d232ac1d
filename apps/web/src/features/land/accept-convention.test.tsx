import { expect, it, vi } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { outbox } from '../../app/outbox.ts'
import { AcceptConvention } from './accept-convention.tsx'

const draw = drawForms()
const growingSeasonId = '019a0000-0000-7000-8000-000000000001'
const land = {
  season: {
    growingSeasonId,
    name: '2026 年秋冬季',
    beginsOn: '2026-09-01',
    endsOn: '2027-02-28',
    offerId: null,
  },
  convention: { edition: 3, words: '不用除草剂。' },
  canClaim: { ok: true, code: null, sentence: null },
}
const plot = { plotId: 'p', label: 'A-17' }

it.each([
  ['done', '“A-17”归您种了。'],
  ['waiting', '认领“A-17”已存在手机里'],
] as const)('leases a plot once the convention was read: %s', async (state, words) => {
  const given = { state } as Awaited<ReturnType<typeof outbox.give>>
  const give = vi.spyOn(outbox, 'give').mockResolvedValue(given)
  const form = await draw(<AcceptConvention land={land} plot={plot} />, {})
  expect(form.text()).toContain('不用除草剂。')
  await form.submit()
  expect(form.text()).toContain('请先看公约')
  expect(give).not.toHaveBeenCalled()
  await form.press('我看过了，照公约种')
  await form.submit()
  await form.until(() => form.text().includes(words))
  expect(give.mock.lastCall?.[0]).toMatchObject({
    kind: 'lease',
    params: { id: 'p' },
    body: { growingSeasonId, edition: 3 },
  })
  give.mockRestore()
})

it('says why a plot cannot be taken over', async () => {
  const form = await draw(<AcceptConvention land={land} plot={plot} transferOf="l" />, {
    '/api/leases/l/accept': refused('second_plot', '每人每季只能认领一块地。'),
  })
  await form.press('我看过了，照公约种')
  await form.submit()
  await form.until(() => form.text().includes('每人每季只能认领一块地。'))
  expect(await form.sent()).toEqual([{ path: '/api/leases/l/accept', body: { edition: 3 } }])
})

it('tells who has a plot already that one is all there is', async () => {
  const barred = { ok: false, code: 'second_plot', sentence: '这一季已经有一块了。' }
  const form = await draw(<AcceptConvention land={{ ...land, canClaim: barred }} plot={plot} />, {})
  expect(form.text()).toContain('这一季已经有一块了。')
  expect(form.has('button[type="submit"]')).toBe(false)
})
