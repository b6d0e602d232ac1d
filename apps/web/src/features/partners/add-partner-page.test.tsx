import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { AddPartnerPage } from './add-partner-page.tsx'

const draw = drawForms()

it('asks for the name, sends what was chosen, and shows the key', async () => {
  const form = await draw(<AddPartnerPage />, {
    '/api/partners': { json: { partnerId: 'p', key: '330109102259.k7k7k7k7.proof' } },
  })
  await form.submit()
  expect(form.text()).toContain('请填名字。')
  await form.choose('canteen')
  await form.type('名字', ' 镇中学 ')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path: '/api/partners', body: { name: '镇中学', kind: 'canteen' } },
  ])
  await form.until(() => form.text().includes('330109102259.k7k7k7k7.proof'))
})
