import { expect, it, vi } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { outbox } from '../../app/outbox.ts'
import { AskForm } from './ask-form.tsx'
import { HarvestForm } from './harvest-form.tsx'
import type { PlotInputs, Product } from './inputs.ts'

const draw = drawForms()
const spray: Product = {
  kind: 'pesticide',
  name: '苦参碱水剂',
  registrationNumber: 'PD1',
  substances: ['苦参碱'],
  crops: ['白菜'],
  unit: 'ml',
  leastPerMu: 30_000,
  mostPerMu: 40_000,
  mostUses: 2,
  preHarvestDays: 7,
  reEntryHours: 24,
  isOrganic: true,
  validFrom: '2026-01-01',
  validTo: null,
  source: '标签',
}
const yes = { ok: true, code: null, sentence: null }
const plot: PlotInputs = {
  plotId: 'p',
  label: '甲1',
  areaSquareMetres: 600,
  grown: [],
  crops: ['白菜'],
  products: [spray],
  earliestHarvest: null,
  possibleAgain: null,
  canHarvestToday: yes,
  canAsk: yes,
  canSeeTo: yes,
  asked: [],
  applied: [],
  harvests: [],
  tests: [],
  inspections: [],
}

it('works the dose out for the plot, and is kept where there is no network', async () => {
  const form = await draw(<AskForm plot={plot} />, {})
  const kept = { state: 'waiting' } as Awaited<ReturnType<typeof outbox.give>>
  const give = vi.spyOn(outbox, 'give').mockResolvedValue(kept)
  await form.submit()
  expect(form.text()).toContain('请填写。')
  await form.choose('白菜')
  const product = [...document.querySelectorAll('select')].at(1)
  if (product === undefined) throw new Error('there is no second list')
  product.value = 'PD1'
  product.dispatchEvent(new window.Event('change', { bubbles: true }))
  await form.until(() => form.text().includes('这块地要用 27 毫升到 36 毫升'))
  await form.type('用量', '31.5')
  await form.submit()
  await form.until(() => form.text().includes('没有网络'))
  expect(give.mock.calls.at(0)?.[0]).toMatchObject({
    kind: 'application',
    body: {
      plotId: 'p',
      registrationNumber: 'PD1',
      crop: '白菜',
      amount: { unit: 'ml', thousandths: 31_500 },
    },
  })
})

it('lets nothing be used while the village has no list', async () => {
  const form = await draw(<AskForm plot={{ ...plot, products: [] }} />, {})
  expect(form.text()).toContain('什么都不能用')
})

it('declares a harvest in grams', async () => {
  const form = await draw(<HarvestForm plot={plot} />, {})
  await form.type('哪天采收', '2026-12-14')
  await form.choose('白菜')
  await form.type('大约多少', '120.5')
  await form.submit()
  expect(await form.sent()).toMatchObject([
    { body: { on: '2026-12-14', crop: '白菜', expectedGrams: 120_500 } },
  ])
})
