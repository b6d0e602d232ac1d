import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { GtinForm, PrefixForm } from './gtin-forms.tsx'

const draw = drawForms()

it('sends a company prefix of digits alone', async () => {
  const form = await draw(<PrefixForm isFirst />, { '/api/gtins/prefix': { json: {} } })
  await form.type('识别代码', '9506')
  await form.submit()
  expect(form.text()).toContain('请填 6 到 12 位数字。')
  await form.type('识别代码', ' 9506000 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path: '/api/gtins/prefix', body: { prefix: '9506000' } }])
})

it('says that a GTIN is wrong before it is sent, and sends it in its one form', async () => {
  const form = await draw(<GtinForm crops={['青菜']} prefix="9506000" />, {
    '/api/gtins': refused('packs_have_gtin', '这种包已经有条码了。'),
  })
  await form.type('条码', '9506000134353')
  await form.submit()
  for (const missing of ['条码不对', '请选作物。', '请填净重。'])
    expect(form.text()).toContain(missing)
  await form.type('条码', '6901028075831')
  expect(form.text()).toContain('不是以村里的识别代码 9506000 开头')
  await form.type('条码', '9506000134352')
  await form.choose('青菜')
  await form.type('每包净重', '0.5')
  await form.submit()
  const body = { gtin: '09506000134352', crop: '青菜', netGrams: 500 }
  expect(await form.sent()).toEqual([{ path: '/api/gtins', body }])
  await form.until(() => form.text().includes('这种包已经有条码了。'))
})
