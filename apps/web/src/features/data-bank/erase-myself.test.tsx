import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { EraseMyself } from './erase-myself.tsx'

const draw = drawForms()

it('sends the own name only when it is typed as it is, and shows why it was refused', async () => {
  const form = await draw(<EraseMyself />, {
    '/api/me/erase': refused('holds_office', '还有职务，先交出去。'),
  })
  await form.until(() => form.text().includes('我要删除'))
  await form.press('我要删除')
  await form.until(() => form.has('form'))
  await form.type('请照着写一遍', '陈秀')
  await form.press('销毁，不能恢复')
  await form.until(() => form.text().includes('写的和姓名不一样。'))
  await form.type('请照着写一遍', '陈秀芳 ')
  await form.press('销毁，不能恢复')
  expect(await form.sent()).toEqual([{ path: '/api/me/erase', body: { name: '陈秀芳' } }])
  await form.until(() => form.text().includes('还有职务，先交出去。'))
})
