import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  recall,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, type TestPerson } from '../../../../../test/server.ts'

let village: GrownVillage
let lotId: string
let holdId: string
beforeAll(async () => {
  village = await createGrownVillage()
  const lot = await lotOf(village, await harvested(village), 51_000)
  lotId = lot.lotId
  holdId = (await done(recall(village, 'lot', lot.number))).holdId
}, 60_000)
afterAll(() => village.test.close())

const lift = (person: TestPerson, step = '', id = holdId) => {
  const body = step === '' ? { because: '复检合格' } : {}
  return call(village.test, person, 'POST', `/api/holds/${id}/lift${step}`, body)
}

it('is lifted by two of two households, with a reason, and then packed', async () => {
  const { test, committee, supervisor, technician, plotId } = village
  expect(await refused(lift(committee, '', plotId))).toBe('404 unknown_hold')
  expect(await refused(lift(supervisor, '/confirm', plotId))).toBe('404 unknown_hold')
  expect(await refused(lift(supervisor, '/confirm'))).toBe('409 lift_not_proposed')
  await done(lift(committee))
  expect(await refused(lift(technician))).toBe('409 lift_proposed')
  expect(await refused(lift(committee, '/confirm'))).toBe('403 second_own_proposal')
  expect(await refused(packOf(village, [{ lotId, grams: 51_000 }]))).toBe('409 lot_held')
  const seen = await done(call(test, supervisor, 'GET', '/api/holds'))
  expect(seen.items).toMatchObject([{ liftBecause: '复检合格', canConfirm: { ok: true } }])
  await done(lift(supervisor, '/confirm'))
  expect(await refused(lift(supervisor, '/confirm'))).toBe('409 hold_lifted')
  expect(await refused(lift(committee))).toBe('409 hold_lifted')
  await done(packOf(village, [{ lotId, grams: 51_000 }]))
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
