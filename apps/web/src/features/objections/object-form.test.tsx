import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ObjectForm } from './object-form.tsx'

const draw = drawForms()

it('sends the words as written, once they are there', async () => {
  const raised: unknown[] = []
  const path = '/api/awards/w/objections'
  const form = await draw(<ObjectForm awardId="w" onRaised={(one) => raised.push(one)} />, {
    [path]: { json: { objectionId: 'o' } },
  })
  await form.press('提出异议')
  await form.until(() => form.text().includes('请写一两句'))
  await form.type('哪里不对', ' 那天我在岗 ')
  await form.press('提出异议')
  expect(await form.sent()).toEqual([{ path, body: { words: '那天我在岗' } }])
  await form.until(() => raised.length === 1)
})

it('shows why it was refused, and keeps the words', async () => {
  const form = await draw(<ObjectForm awardId="w" onRaised={() => undefined} />, {
    '/api/awards/w/objections': refused('too_late', '已经过了三十天。'),
  })
  await form.type('哪里不对', '那天我在岗')
  await form.press('提出异议')
  await form.until(() => form.text().includes('已经过了三十天。'))
  expect(form.read('哪里不对')).toBe('那天我在岗')
})
