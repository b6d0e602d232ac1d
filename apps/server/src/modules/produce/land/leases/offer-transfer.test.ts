import { afterAll, expect, it } from 'vitest'
import {
  claimPlotOf,
  createLandVillage,
  drawnPlots,
  landOf,
} from '../../../../../test/land-village.ts'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const { technician, growingSeasonId } = await createLandVillage(test)
const [plotId = ''] = await drawnPlots(test, technician, ['A-1'])
const villager = await addPerson(test)
const heir = await addPerson(test, { groupNo: 2 })
const { leaseId } = await done(claimPlotOf(test, villager, plotId, growingSeasonId))
afterAll(() => test.close())

const offer = (who: TestPerson | null, to: object | null, key?: string) =>
  call(test, who, 'POST', `/api/leases/${leaseId}/transfer`, { to }, key ? { key } : {})

it('is told to whoever is named, and taken back by naming nobody', async () => {
  await sentTwice(test, (key) => offer(villager, { name: heir.name, groupNo: 2 }, key))
  expect((await landOf(test, heir)).offered).toEqual([{ leaseId, plotId }])
  const told = await test.owner.query("SELECT params FROM message WHERE kind = 'lease.offered'")
  expect(told.rows[0].params).toMatchObject({ label: 'A-1', byName: villager.name })
  await done(offer(villager, null))
  expect((await landOf(test, heir)).offered).toEqual([])
})

it('is refused to others, to oneself, and to whom nobody knows or two are', async () => {
  const to = { name: heir.name, groupNo: 2 }
  expect(await refused(offer(heir, to))).toBe('403 lease_not_own')
  expect(await refused(offer(null, to))).toBe('401 not_signed_in')
  expect(await refused(offer(villager, { ...to, groupNo: 1 }))).toBe(
    '404 transfer_receiver_unknown',
  )
  const self = { name: villager.name, groupNo: 1 }
  expect(await refused(offer(villager, self))).toBe('400 transfer_to_oneself')
  const outside = await addPerson(test, { joined: false, groupNo: 2 })
  const notJoined = { name: outside.name, groupNo: 2 }
  expect(await refused(offer(villager, notJoined))).toBe('403 other_household_not_joined')
  await addPerson(test, { name: heir.name, groupNo: 2 })
  expect(await refused(offer(villager, to))).toBe('409 transfer_receiver_ambiguous')
  const unknown = `/api/leases/${test.server.newId()}/transfer`
  expect(await refused(call(test, villager, 'POST', unknown, { to }))).toBe('404 unknown_lease')
})
