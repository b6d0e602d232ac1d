import { afterAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, createTestServer, VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import { createShopVillage } from '../../../../../test/shop-village.ts'

const test = await createTestServer()
const village = await createShopVillage(test)
afterAll(() => test.close())

const now = test.clock.now().getTime()
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
const announce = (
  from: number,
  to: number,
  who: TestPerson | null = village.manager,
  key?: string,
) => {
  const body = { opensAt: at(from), closesAt: at(to) }
  return call(test, who, 'POST', '/api/shop/openings', body, key === undefined ? {} : { key })
}
const openings = async () =>
  (await done(call(test, null, 'GET', `/api/villages/${VILLAGE}/shop`))).openings as object[]

it('tells everybody when the shop hands over, once for one key', async () => {
  const before = (await openings()).length
  await sentTwice(test, (key) => announce(24, 26, village.manager, key))
  expect(await openings()).toHaveLength(before + 1)
  expect(await openings()).toContainEqual(
    expect.objectContaining({ opensAt: at(24), closesAt: at(26) }),
  )
})

it('is refused at times that cannot be, and to others than the committee', async () => {
  for (const [from, to] of [
    [5, 5],
    [-3, -1],
    [1, 14],
    [93 * 24, 93 * 24 + 1],
  ] as const)
    expect(await refused(announce(from, to))).toBe('400 opening_times_wrong')
  expect(await refused(announce(24, 26, null))).toBe('401 not_signed_in')
  expect(await refused(announce(24, 26, village.leader))).toBe('403 role_required')
})
