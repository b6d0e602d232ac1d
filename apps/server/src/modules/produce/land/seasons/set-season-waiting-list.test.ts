import { afterAll, expect, it } from 'vitest'
import { adoptedRule, createBenefitsVillage, greens } from '../../../../../test/benefits-village.ts'
import { createLandVillage, landOf } from '../../../../../test/land-village.ts'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, growingSeasonId } = await createLandVillage(test)
const village = await createBenefitsVillage(test)
const rule = await adoptedRule(test, village)
afterAll(() => test.close())

const drafted = async (change: object): Promise<string> =>
  (
    await done(
      call(test, village.drafter, 'POST', '/api/offers', greens(test, rule, { ...change })),
    )
  ).offerId
const set = (who: TestPerson | null, offerId: string, season = growingSeasonId, key?: string) =>
  call(
    test,
    who,
    'POST',
    `/api/growing-seasons/${season}/waiting-list`,
    { offerId },
    key ? { key } : {},
  )

it('gives a season one offer of plots as its waiting list', async () => {
  const plots = { kind: 'plot', unit: 'piece', supplyQuantity: 3, mostQuantity: 1 }
  const [offerId, other] = [await drafted(plots), await drafted(plots)]
  expect(await refused(set(committee, await drafted({})))).toBe('400 no_plot_offer')
  expect(await refused(set(committee, test.server.newId()))).toBe('400 no_plot_offer')
  expect(await refused(set(committee, offerId, test.server.newId()))).toBe(
    '404 unknown_growing_season',
  )
  expect(await refused(set(await addPerson(test), offerId))).toBe('403 role_required')
  expect(await refused(set(null, offerId))).toBe('401 not_signed_in')
  await sentTwice(test, (key) => set(committee, offerId, growingSeasonId, key))
  expect((await landOf(test, committee)).season.offerId).toBe(offerId)
  expect(await refused(set(committee, other))).toBe('409 waiting_list_set')
})
