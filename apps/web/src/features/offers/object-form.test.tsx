import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ObjectForm } from './object-form.tsx'

const draw = drawForms()

it('sends the place and the words, and nothing while one is missing', async () => {
  const path = '/api/offers/o/objections'
  const form = await draw(<ObjectForm offerId="o" />, {
    [path]: refused('place_not_in_queue', '没有这个名次。'),
  })
  await form.submit()
  await form.until(() => form.has('textarea[aria-invalid="true"]'))
  await form.type('对第几位', '3')
  await form.write(' 他家已经卖过了 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { place: 3, words: '他家已经卖过了' } }])
  await form.until(() => form.text().includes('没有这个名次。'))
})
