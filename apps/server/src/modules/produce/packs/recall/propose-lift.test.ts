import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGrownVillage, recall, type GrownVillage } from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('needs a reason, and ends nothing by itself', async () => {
  const { test, committee, plotId } = village
  const { holdId } = await done(recall(village, 'plot', plotId))
  const url = `/api/holds/${holdId}/lift`
  expect(await refused(call(test, committee, 'POST', url, { because: '' }))).toBe(
    '400 invalid_request',
  )
  await done(call(test, committee, 'POST', url, { because: '复检合格' }))
  const { items } = await done(call(test, committee, 'GET', '/api/holds'))
  expect(items).toMatchObject([
    { reach: 'plot', target: '甲1', liftedAt: null, isOwnProposal: true },
  ])
})
