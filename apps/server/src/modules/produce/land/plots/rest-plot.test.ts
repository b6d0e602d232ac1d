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
const { committee, technician, growingSeasonId } = await createLandVillage(test)
const villager = await addPerson(test)
const [first = '', second = ''] = await drawnPlots(test, committee, ['A-1', 'A-2'])
afterAll(() => test.close())

const rest = (who: TestPerson | null, plotId: string, isResting: boolean, key?: string) =>
  call(test, who, 'POST', `/api/plots/${plotId}/rest`, { isResting }, key ? { key } : {})

it('lets a plot rest, so that nobody leases it, and ends its rest', async () => {
  await sentTwice(test, (key) => rest(technician, first, true, key))
  expect((await landOf(test, villager)).plots[0].state).toBe('resting')
  expect(await refused(claimPlotOf(test, villager, first, growingSeasonId))).toBe(
    '409 plot_resting',
  )
  await done(rest(committee, first, false))
  expect((await landOf(test, villager)).plots[0].state).toBe('free')
})

it('is refused of a plot on which somebody grows, to villagers, and of no plot', async () => {
  await done(claimPlotOf(test, villager, second, growingSeasonId))
  expect(await refused(rest(committee, second, true))).toBe('409 plot_leased_now')
  expect(await refused(rest(villager, first, true))).toBe('403 role_required')
  expect(await refused(rest(null, first, true))).toBe('401 not_signed_in')
  expect(await refused(rest(committee, test.server.newId(), true))).toBe('404 unknown_plot')
})
