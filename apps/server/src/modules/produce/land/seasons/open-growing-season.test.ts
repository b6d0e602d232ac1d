import { afterAll, expect, it } from 'vitest'
import { createLandVillage } from '../../../../../test/land-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, technician } = await createLandVillage(test)
afterAll(() => test.close())

const open = (who: TestPerson | null, beginsOn: string, endsOn: string, key?: string) => {
  const body = { nameZh: `${beginsOn} 季`, beginsOn, endsOn }
  return call(test, who, 'POST', '/api/growing-seasons', body, key ? { key } : {})
}

it('opens a season after the one that runs', async () => {
  await sentTwice(test, (key) => open(committee, '2026-09-01', '2027-02-28', key))
  const { items } = await done(call(test, committee, 'GET', '/api/growing-seasons'))
  expect(items.map(({ beginsOn }: { beginsOn: string }) => beginsOn)).toEqual([
    '2026-09-01',
    '2026-03-01',
  ])
})

it('refuses days that another season has, that are over, or that make no season', async () => {
  expect(await refused(open(committee, '2026-08-31', '2026-08-31'))).toBe(
    '400 growing_season_times_wrong',
  )
  expect(await refused(open(committee, '2026-08-01', '2027-05-01'))).toBe(
    '409 growing_season_overlaps',
  )
  expect(await refused(open(committee, '2025-03-01', '2025-08-31'))).toBe(
    '400 growing_season_times_wrong',
  )
  expect(await refused(open(committee, '2027-03-01', '2030-03-01'))).toBe(
    '400 growing_season_times_wrong',
  )
  expect(await refused(open(committee, '2027-02-30', '2027-03-01'))).toBe('400 invalid_request')
  expect(await refused(open(technician, '2027-03-01', '2027-05-01'))).toBe('403 role_required')
  expect(await refused(open(await addPerson(test), '2027-03-01', '2027-05-01'))).toBe(
    '403 role_required',
  )
  expect(await refused(open(null, '2027-03-01', '2027-05-01'))).toBe('401 not_signed_in')
})

it('opens one of two that overlap at one moment', async () => {
  const second = await addPerson(test, { roles: ['committee'] })
  const both = [committee, second].map((who, at) => open(who, `2027-03-0${at + 1}`, '2027-08-31'))
  expect(await outcomesOf(both)).toEqual(['done', 'growing_season_overlaps'])
})
