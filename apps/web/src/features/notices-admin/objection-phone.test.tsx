import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { ObjectionPhone } from './objection-phone.tsx'

const draw = drawForms()

const village = { json: { villageId: '330109102259', objectionPhone: null } }

it('sends the telephone as typed, and shows why it was refused', async () => {
  const path = '/api/village/objection-phone'
  const form = await draw(<ObjectionPhone />, {
    '/api/villages/330109102259': village,
    [path]: refused('bad_phone', '这不是电话号码。'),
  })
  await form.until(() => form.text().includes('写上'))
  await form.press('写上')
  await form.until(() => form.text().includes('电话号码'))
  await form.type('电话号码', ' 0571-82345678 ')
  await form.press('保存')
  expect(await form.sent()).toEqual([{ path, body: { phone: '0571-82345678' } }])
  await form.until(() => form.text().includes('这不是电话号码。'))
})
