import { ApiProblem } from '@azalea/client'
import { expect, it, vi } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { outbox } from '../../app/outbox.ts'
import { RateForm } from './rate-form.tsx'

const draw = drawForms()

const plate = { code: '0000010W', label: '菜地 A-1', kind: null, myRating: null }

it('gives stars and words to the outbox, and none without stars', async () => {
  const give = vi.spyOn(outbox, 'give').mockResolvedValue({ state: 'done', result: {} } as never)
  const given: unknown[] = []
  const form = await draw(<RateForm plate={plate} onGiven={(_, stars) => given.push(stars)} />)
  await form.submit()
  await form.until(() => form.text().includes('请先点几颗星'))
  await form.press('4 星')
  await form.write(' 很整齐 ')
  await form.submit()
  await form.until(() => given.length === 1)
  expect(give.mock.calls).toEqual([
    [
      {
        personId: 'p',
        kind: 'rating',
        params: {},
        body: { plateCode: '0000010W', stars: 4, words: '很整齐', photoFileId: null },
        label: '菜地 A-1',
      },
    ],
  ])
  give.mockRestore()
})

it('shows why it was refused', async () => {
  const refusal = new ApiProblem({ status: 409, code: 'rating_twice', detail: '今天评过了。' })
  const give = vi.spyOn(outbox, 'give').mockRejectedValue(refusal)
  const form = await draw(<RateForm plate={plate} onGiven={() => undefined} />)
  await form.press('2 星')
  await form.submit()
  await form.until(() => form.text().includes('今天评过了。'))
  give.mockRestore()
})
