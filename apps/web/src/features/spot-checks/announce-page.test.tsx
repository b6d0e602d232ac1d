import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { AnnouncePage } from './announce-page.tsx'

const draw = drawForms()

it('sends kinds and shares in thousandths, and shows why it was refused', async () => {
  const form = await draw(<AnnouncePage />, {
    '/api/spot-draws': refused('draw_runs', '上一次抽查还没完。'),
  })
  await form.type('查多少', '0')
  await form.submit()
  await form.until(() => form.has('[aria-invalid="true"]'))
  await form.type('查多少', '2.5')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path: '/api/spot-draws', body: { kinds: ['shift'], ratePermille: 25, randomPermille: 500 } },
  ])
  await form.until(() => form.text().includes('上一次抽查还没完。'))
})
