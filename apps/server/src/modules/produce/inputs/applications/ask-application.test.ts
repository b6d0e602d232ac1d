import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askFor,
  createGrownVillage,
  inputsOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('waits for the technician when every rule allows it', async () => {
  const { applicationId } = await done(askFor(village))
  const { asked } = await inputsOf(village)
  expect(asked).toMatchObject([
    {
      applicationId,
      productName: '试验水剂',
      decision: {
        isAllowed: true,
        dose: { least: { thousandths: 27_045 }, most: { thousandths: 36_060 } },
      },
    },
  ])
  const list = call(village.test, village.technician, 'GET', '/api/applications')
  expect((await done(list)).items).toMatchObject([{ applicationId, canApprove: { ok: true } }])
})

it('is refused with every reason at once, and nothing waits', async () => {
  const before = (await inputsOf(village)).asked.length
  const refusal = await askFor(village, {
    crop: '白菜',
    amount: { unit: 'ml', thousandths: 36_061 },
  })
  expect(refusal.json()).toMatchObject({
    code: 'application_not_possible',
    detail: '现在不能用：超过用量：这块地最多 36.06 毫升。',
  })
  const code = '409 application_not_possible'
  expect(await refused(askFor(village, { registrationNumber: 'PD0' }))).toBe(code)
  expect(await refused(askFor(village, { crop: '番茄' }))).toBe(code)
  const none = { amount: { unit: 'ml', thousandths: -1 } }
  expect(await refused(askFor(village, none))).toBe('400 invalid_request')
  expect((await inputsOf(village)).asked).toHaveLength(before)
})

it('is for who grows there', async () => {
  const { test, villager, technician, plotId } = village
  expect(await refused(askFor(village, {}, villager))).toBe('403 not_the_grower')
  const nowhere = { plotId: technician.personId }
  expect(await refused(askFor(village, nowhere))).toBe('404 unknown_plot_of_inputs')
  const stranger = await addPerson(test, { villageId: '330109102260' })
  expect(await refused(askFor(village, {}, stranger))).toBe('404 unknown_plot_of_inputs')
  const query = 'registrationNumber=PD0&crop=白菜&unit=g&thousandths=1'
  const check = call(test, villager, 'GET', `/api/plots/${plotId}/application-check?${query}`)
  expect(await done(check)).toMatchObject({
    isAllowed: false,
    reasons: [{ code: 'not_on_list' }],
    possibleAgain: null,
  })
})
