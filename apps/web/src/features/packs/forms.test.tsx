import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { PackForm } from './pack-form.tsx'
import type { Lot, ToWeigh } from './packs.ts'
import { WeighForm } from './weigh-form.tsx'

const draw = drawForms()
const harvest = {
  harvestId: 'h',
  crop: '青菜',
  growerName: '陈秀芳',
  plotLabel: '菜地 A-17',
  leftGrams: 12_500,
} as unknown as ToWeigh
const lot = {
  lotId: 'l',
  number: '261130-ABC',
  crop: '青菜',
  leftGrams: 12_500,
  grams: 13_000,
  isHeld: false,
} as unknown as Lot

it('weighs what was declared: kilograms are sent in grams', async () => {
  const path = '/api/harvest-lots'
  const form = await draw(<WeighForm toWeigh={[harvest]} />, {
    [path]: refused('more_than_declared', '比登记的多。'),
  })
  await form.submit()
  await form.until(() => form.text().includes('请填写'))
  await form.choose('h')
  await form.type('净重', '12.345')
  await form.submit()
  const body = { harvestId: 'h', grade: 'first', grams: 12_345 }
  expect(await form.sent()).toEqual([{ path, body }])
  await form.until(() => form.text().includes('比登记的多。'))
})

it('packs what is taken of a lot, and says before it is sent whether it balances', async () => {
  const path = '/api/packings'
  const held = { ...lot, lotId: 'm', number: '261130-DEF', isHeld: true }
  const form = await draw(<PackForm lots={[lot, held]} />, {
    [path]: refused('mass_appeared', '数量不平。'),
  })
  expect(form.text()).not.toContain(held.number)
  await form.type(`青菜 · 从 ${lot.number} 取`, '10')
  await form.type('每包净重', '0.5')
  await form.type('包数', '19')
  expect(form.text()).toContain('差 0.5 公斤')
  await form.type('损耗', '0.5')
  await form.choose('trimmed')
  expect(form.text()).toContain('平了')
  await form.submit()
  const body = {
    lots: [{ lotId: 'l', grams: 10_000 }],
    packs: [{ grams: 500, count: 19 }],
    lossGrams: 500,
    lossBecause: 'trimmed',
    bestBefore: null,
  }
  expect(await form.sent()).toEqual([{ path, body }])
  await form.until(() => form.text().includes('数量不平。'))
})
