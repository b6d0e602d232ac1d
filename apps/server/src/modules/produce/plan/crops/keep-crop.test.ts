import { afterAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'
import { cabbage } from '../../../../../test/plan-village.ts'

const test = await createTestServer()
const technician = await addPerson(test, { roles: ['technician'] })
const villager = await addPerson(test)
afterAll(() => test.close())

const keep = (change: object = {}, who: TestPerson | null = technician, key?: string) =>
  call(test, who, 'POST', '/api/crops', { ...cabbage, ...change }, key ? { key } : {})
const crops = async (language: 'zh' | 'en' = 'zh') =>
  (await done(call(test, villager, 'GET', '/api/crops', undefined, { language }))).items

it('enters a crop in its varieties, once, and changes what is known of it', async () => {
  const { cropId } = (await sentTwice(test, (key) => keep({}, technician, key))).json()
  expect(await refused(keep())).toBe('409 crop_name_taken')
  await done(keep({ variety: '小杂56' }))
  expect(await refused(keep({ cropId, variety: '小杂56' }))).toBe('409 crop_name_taken')
  await done(keep({ cropId, daysToMaturity: 60, tasks: [] }))
  expect(await crops()).toMatchObject([
    { name: '白菜·小杂56', yieldPer: 'mu', tasks: cabbage.tasks },
    { cropId, name: '白菜·早熟五号', daysToMaturity: 60, tasks: [] },
  ])
  expect((await crops('en'))[0].name).toBe('Chinese cabbage (小杂56)')
})

it('refuses what no crop has', async () => {
  const before = await crops()
  expect(await refused(keep({ cropId: test.server.newId() }))).toBe('404 unknown_crop')
  expect(await refused(keep({ nameZh: '萝卜', sowing: [801] }))).toBe('400 invalid_request')
  expect(await refused(keep({ nameZh: '萝卜', sowing: [801, 930, 1001] }))).toBe(
    '400 crop_sowing_wrong',
  )
  expect(await refused(keep({ nameZh: '萝卜', sowing: [199, 230] }))).toBe('400 crop_sowing_wrong')
  expect(await refused(keep({ nameZh: '蛋', unit: 'piece' }))).toBe('400 crop_yield_wrong')
  expect(await refused(keep({ nameZh: '萝卜', pieceGrams: 50 }))).toBe('400 crop_yield_wrong')
  expect(await refused(keep({ nameZh: '萝卜', daysToMaturity: 0 }))).toBe('400 invalid_request')
  expect(await refused(keep({ nameZh: '萝卜' }, villager))).toBe('403 role_required')
  expect(await refused(keep({ nameZh: '萝卜' }, null))).toBe('401 not_signed_in')
  expect(await crops()).toEqual(before)
})
