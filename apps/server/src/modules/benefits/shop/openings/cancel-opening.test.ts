import { afterAll, expect, it } from 'vitest'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, createTestServer, VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import { createShopVillage, opened } from '../../../../../test/shop-village.ts'

const test = await createTestServer()
const village = await createShopVillage(test)
afterAll(() => test.close())

const cancel = (who: TestPerson | null, openingId: string, key?: string) => {
  const url = `/api/shop/openings/${openingId}/cancel`
  return call(test, who, 'POST', url, undefined, key === undefined ? {} : { key })
}
const openings = async () =>
  (await done(call(test, null, 'GET', `/api/villages/${VILLAGE}/shop`))).openings as object[]

it('takes an opening back, once for one key', async () => {
  const before = (await openings()).length
  const openingId = await opened(test, village.manager)
  expect(await openings()).toHaveLength(before + 1)
  await sentTwice(test, (key) => cancel(village.manager, openingId, key))
  expect(await openings()).toHaveLength(before)
  expect(await refused(cancel(village.manager, openingId))).toBe('404 unknown_opening')
})

it('is the committee’s, and done once where two do it at one moment', async () => {
  const openingId = await opened(test, village.manager)
  expect(await refused(cancel(null, openingId))).toBe('401 not_signed_in')
  expect(await refused(cancel(village.leader, openingId))).toBe('403 role_required')
  const both = [village.manager, village.second].map((who) => cancel(who, openingId))
  expect(await outcomesOf(both)).toEqual(['done', 'unknown_opening'])
})
