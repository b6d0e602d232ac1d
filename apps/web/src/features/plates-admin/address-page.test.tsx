import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { AddressPage } from './address-page.tsx'

const draw = drawForms()

const setup = {
  json: { villages: [{ villageId: '330109102259', publicUrl: null }], publicUrl: null },
}

it('sends the address as typed, and shows why it was refused', async () => {
  const path = '/api/village/public-url'
  const form = await draw(<AddressPage />, {
    '/api/setup': setup,
    [path]: refused('unreachable_address', '这个网址打不开。'),
  })
  await form.until(() => form.text().includes('登记这个网址'))
  await form.type('网址', 'https://village.example')
  await form.press('登记这个网址')
  expect(await form.sent()).toEqual([{ path, body: { publicUrl: 'https://village.example' } }])
  await form.until(() => form.text().includes('这个网址打不开。'))
})
