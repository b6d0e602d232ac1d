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
const [plotId = '', second = ''] = await drawnPlots(test, technician, ['A-1', 'A-2'])
const [villager, heir, holder] = [
  await addPerson(test),
  await addPerson(test),
  await addPerson(test),
]
const { leaseId } = await done(claimPlotOf(test, villager, plotId, growingSeasonId))
await done(claimPlotOf(test, holder, second, growingSeasonId))
afterAll(() => test.close())

const offerTo = (person: TestPerson) =>
  done(
    call(test, villager, 'POST', `/api/leases/${leaseId}/transfer`, {
      to: { name: person.name, groupNo: 1 },
    }),
  )
const accept = (who: TestPerson | null, body: object = { edition: 1 }, key?: string) =>
  call(test, who, 'POST', `/api/leases/${leaseId}/accept`, body, key ? { key } : {})

it('is refused to who was not named, has a plot, or did not read the convention in force', async () => {
  expect(await refused(accept(heir))).toBe('409 no_transfer')
  expect(await refused(accept(null))).toBe('401 not_signed_in')
  await offerTo(holder)
  expect(await refused(accept(holder))).toBe('409 second_plot')
  await offerTo(heir)
  expect(await refused(accept(heir, { edition: 4 }))).toBe('409 convention_changed')
  expect((await landOf(test, villager)).plots[0].isMine).toBe(true)
})

it('makes one lease end and another follow it, which the log tells', async () => {
  await sentTwice(test, (key) => accept(heir, { edition: 1 }, key))
  expect((await landOf(test, heir)).plots[0]).toMatchObject({ isMine: true, state: 'leased' })
  expect((await landOf(test, villager)).plots[0].isMine).toBe(false)
  const { rows } = await test.owner.query(
    "SELECT leaf FROM record WHERE kind IN ('lease.ended', 'lease.begun')",
  )
  const leaves = rows.map((row) => JSON.parse(row.leaf.toString()))
  const ended = leaves.find(({ kind }) => kind === 'lease.ended')
  const begun = leaves.find(({ public: told }) => told.from !== undefined)
  expect(ended.public).toMatchObject({ as: 'transferred', lease: begun.public.from })
})
