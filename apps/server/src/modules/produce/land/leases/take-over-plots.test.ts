import { afterAll, expect, it } from 'vitest'
import { claimPlotOf, createLandVillage, drawnPlots } from '../../../../../test/land-village.ts'
import { done } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, VILLAGE } from '../../../../../test/server.ts'
import { takeOverPlots } from './take-over-plots.ts'

const test = await createTestServer()
const { committee, growingSeasonId } = await createLandVillage(test)
const [plotId = ''] = await drawnPlots(test, committee, ['A-1'])
afterAll(() => test.close())

it('makes whoever leased a plot before its season the keeper on the first day', async () => {
  const [spring, autumn] = [await addPerson(test), await addPerson(test)]
  const season = { nameZh: '秋冬季', beginsOn: '2026-09-01', endsOn: '2027-02-28' }
  const next = await done(call(test, committee, 'POST', '/api/growing-seasons', season))
  await done(claimPlotOf(test, spring, plotId, growingSeasonId))
  await done(claimPlotOf(test, autumn, plotId, next.growingSeasonId))
  const keeper = async () => {
    await takeOverPlots({ ...test.server, ...test }, VILLAGE)
    const { rows } = await test.owner.query('SELECT keeper_household_id AS id FROM subject')
    return rows[0].id
  }
  expect(await keeper()).toBe(spring.householdId)
  test.clock.set(new Date('2026-08-31T16:30:00Z'))
  expect(await keeper()).toBe(autumn.householdId)
  expect(await keeper()).toBe(autumn.householdId)
})
