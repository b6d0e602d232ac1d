import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { CorrectForm } from './correct-form.tsx'
import type { ActionProps } from './person.ts'
import { ProposeButton } from './propose-sign-in-change.tsx'

const draw = drawForms()

it('another telephone is proposed with a reason, or none at all', async () => {
  const path = '/api/people/p/sign-in-change'
  const proposing = <ProposeButton personId="p" name="陈秀芳" onProposed={() => undefined} />
  const form = await draw(proposing, { [path]: refused('own_household', '自己家的请别人办。') })
  await form.press('陈秀芳')
  await form.submit()
  await form.type('新手机号', '13900000001')
  await form.submit()
  await form.write('手机丢了')
  await form.submit()
  const body = { phone: '13900000001', takesNumber: false, reason: '手机丢了' }
  expect(await form.sent()).toEqual([{ path, body }])
  await form.until(() => form.text().includes('自己家的请别人办。'))
})

it('a name is corrected with a reason', async () => {
  const person = { personId: 'p', name: '陈秀方', birthYear: 1960 } as ActionProps['person']
  const nothing = () => undefined
  const form = await draw(<CorrectForm person={person} onClose={nothing} onDone={nothing} />)
  await form.type('姓名', '陈秀芳')
  await form.submit()
  await form.write('写错了')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path: '/api/people/p/correct',
      body: { name: '陈秀芳', birthYear: 1960, reason: '写错了' },
    },
  ])
})
