import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { GrantPage } from './grant-page.tsx'

const draw = drawForms()

const person = {
  id: 'q',
  label: '何小满 · 第1组 2号',
  name: '何小满',
  householdId: 'h',
  joined: true,
}

it('sends to whom and which office, and nothing while the office is missing', async () => {
  localStorage.setItem(
    'azalea.draft.role-grant',
    JSON.stringify({ person, role: '', groupNo: null }),
  )
  const form = await draw(<GrantPage />, {
    '/api/roles': { json: { items: [], mayGive: ['technician'] } },
    '/api/roles/grant': refused('already_holds', '已经有这个身份了。'),
  })
  await form.submit()
  await form.until(() => form.text().includes('请选什么身份。'))
  await form.until(() => form.has('option[value="technician"]'))
  await form.choose('technician')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path: '/api/roles/grant', body: { personId: 'q', role: 'technician' } },
  ])
  await form.until(() => form.text().includes('已经有这个身份了。'))
})
