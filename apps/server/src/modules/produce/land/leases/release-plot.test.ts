import { afterAll, expect, it } from 'vitest'
import {
  claimPlotOf,
  createLandVillage,
  drawnPlots,
  landOf,
} from '../../../../../test/land-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, technician, growingSeasonId } = await createLandVillage(test)
const plots = await drawnPlots(test, technician, ['A-1', 'A-2', 'A-3', 'A-4'])
afterAll(() => test.close())

const leased = async (person: TestPerson, no: number): Promise<string> =>
  (await done(claimPlotOf(test, person, plots[no - 1] ?? '', growingSeasonId))).leaseId
const release = (who: TestPerson | null, leaseId: string, body: object = {}, key?: string) =>
  call(test, who, 'POST', `/api/leases/${leaseId}/release`, body, key ? { key } : {})

it('frees the plot for the next, and its holder for another', async () => {
  const [villager, next] = [await addPerson(test), await addPerson(test)]
  const leaseId = await leased(villager, 1)
  expect(await refused(release(next, leaseId))).toBe('403 lease_not_own')
  await sentTwice(test, (key) => release(villager, leaseId, {}, key))
  expect((await landOf(test, next)).plots[0].state).toBe('free')
  expect(await refused(release(villager, leaseId))).toBe('404 unknown_lease')
  await leased(next, 1)
  await leased(villager, 2)
})

it('is done once where two telephones do it, and by a cadre for others', async () => {
  const villager = await addPerson(test)
  const first = await leased(villager, 3)
  const both = [release(villager, first), release(villager, first)]
  expect(await outcomesOf(both)).toEqual(['done', 'unknown_lease'])
  const again = await leased(villager, 3)
  const onBehalf = { personId: villager.personId, channel: 'written' }
  const self = { onBehalf: { ...onBehalf, personId: committee.personId } }
  expect(await refused(release(committee, again, self))).toBe('400 lease_for_oneself')
  const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 2 })
  expect(await refused(release(leader, again, { onBehalf }))).toBe('403 lease_not_for_others')
  const own = await addPerson(test, { householdId: committee.householdId })
  const ofOwn = { onBehalf: { ...onBehalf, personId: own.personId } }
  expect(await refused(release(committee, again, ofOwn))).toBe('403 lease_for_household')
  expect(await refused(release(null, again))).toBe('401 not_signed_in')
  await done(release(committee, again, { onBehalf }))
})

it('happens by itself when its household leaves', async () => {
  const villager = await addPerson(test)
  await leased(villager, 4)
  await done(
    call(test, villager, 'POST', `/api/households/${villager.householdId}/consent`, {
      decision: 'leave',
    }),
  )
  expect((await landOf(test, committee)).plots[3].state).toBe('free')
})
