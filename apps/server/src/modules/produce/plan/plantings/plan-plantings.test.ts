import { afterAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { sentTwice, outcomesOf } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { createPlanVillage, hens, planOf, SOWN } from '../../../../../test/plan-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'

const test = await createTestServer()
const village = await createPlanVillage(test)
const { technician, committee, grower, growingSeasonId, cropId, hensId, woodId } = village
const [one, two, three, free] = village.plotIds
afterAll(() => test.close())

const onPlot = (plotId: string, change: object = {}) => ({ plotId, cropId, ...SOWN, ...change })
const flock = { plotId: woodId, cropId: hensId, ...SOWN, heads: 40 }
const plan = (plantings: readonly object[], who: TestPerson | null = technician, key?: string) =>
  planOf(test, who, growingSeasonId, plantings, key)
const preview = async (plantings: readonly object[], who = technician) => {
  const body = { growingSeasonId, plantings }
  return done(call(test, who, 'POST', '/api/plantings/preview', body))
}
const board = async (who = technician) => {
  const { plots } = await done(call(test, who, 'GET', '/api/plantings'))
  return plots.map(({ label, plantings }: { label: string; plantings: object[] }) => [
    label,
    plantings.length,
  ])
}

it('shows first what would come of a plan, plot by plot, and plans nothing', async () => {
  const shown = await preview([onPlot(one), onPlot(free)])
  expect(shown).toMatchObject({ isPossible: false })
  expect(shown.plantings).toMatchObject([
    {
      label: '甲1',
      cropName: '白菜·早熟五号',
      harvestFrom: '2026-04-27',
      harvestTo: '2026-05-15',
      tasks: 5,
      problem: null,
    },
    { label: '甲4', problem: '这块地这一季还没有人认领。' },
  ])
  // Three tonnes a mu on 601 m² or so.
  expect(shown.plantings[0].expectedGrams).toBeGreaterThan(2_600_000)
  expect(shown.plantings[0].expectedGrams).toBeLessThan(2_800_000)
})

it('refuses a plan as a whole, with the reason of each plot, and nothing is planned', async () => {
  const before = await board()
  const answer = await plan([onPlot(one), onPlot(two, { sowFrom: '2026-06-01' }), onPlot(free)])
  expect(answer.json()).toMatchObject({
    code: 'plan_refused',
    detail:
      '有2块地排不了，一块也没有排。甲2：播种的日子不对：结束不能早于开始，也不能已经过去。甲4：这块地这一季还没有人认领。',
  })
  expect(await board()).toEqual(before)
})

it.each<[string, object, string]>([
  ['a plot that nobody leases', onPlot(free), '409 plan_without_holder'],
  ['a plot that is not', { ...onPlot(test.server.newId()) }, '404 unknown_plot_of_plan'],
  ['a crop that is not', onPlot(one, { cropId: test.server.newId() }), '404 unknown_crop'],
  ['hens on a field', onPlot(one, { cropId: hensId, heads: 10 }), '400 crop_not_for_plot'],
  ['heads of cabbage', onPlot(one, { heads: 10 }), '400 plan_heads_wrong'],
  ['no hens at all', onPlot(one, { heads: 0 }), '400 invalid_request'],
  [
    'days outside of the windows',
    onPlot(one, { sowFrom: '2026-05-10', sowTo: '2026-05-12' }),
    '409 sowing_out_of_window',
  ],
  [
    'days that are over',
    onPlot(one, { sowFrom: '2026-03-01', sowTo: '2026-03-01' }),
    '400 sowing_days_wrong',
  ],
  [
    'what the season is too short for',
    onPlot(one, { sowFrom: '2026-08-01', sowTo: '2026-08-05' }),
    '409 plan_out_of_season',
  ],
  ['land of a household’s own', flock, '403 plan_of_own_land'],
  ['no days', onPlot(one, { sowFrom: 'soon' }), '400 invalid_request'],
])('refuses %s', async (_, planting, refusal) => {
  const before = await board()
  expect(await refused(plan([planting]))).toBe(refusal)
  expect(await board()).toEqual(before)
})

it('is for the company on collective land, and for a household on its own', async () => {
  expect(await refused(plan([onPlot(one)], grower))).toBe('403 plan_by_company')
  expect(await refused(plan([flock], await addPerson(test)))).toBe('403 plan_of_own_land')
  expect(await refused(plan([onPlot(one)], null))).toBe('401 not_signed_in')
  expect(await refused(planOf(test, technician, test.server.newId(), [onPlot(one)]))).toBe(
    '404 unknown_season_of_plan',
  )
  expect(await refused(plan([{ ...flock, heads: undefined }], grower))).toBe('400 plan_heads_wrong')
  await done(plan([flock], grower))
  const [wood] = (await done(call(test, grower, 'GET', '/api/plantings'))).plots.filter(
    ({ isFlock }: { isFlock: boolean }) => isFlock,
  )
  const expected = { heads: 40, expectedGrams: 40 * hens.yieldGrams, unit: 'piece' }
  expect(wood).toMatchObject({ isOwnLand: true, canPlan: { ok: true }, plantings: [expected] })
})

it('plans all plots at once, once, and nothing beside what stands there', async () => {
  const { plantingIds } = (
    await sentTwice(test, (key) => plan([onPlot(one), onPlot(two)], technician, key))
  ).json()
  expect(plantingIds).toHaveLength(2)
  expect(await board()).toContainEqual(['甲2', 1])
  expect(await board(grower)).toEqual([
    ['后山鸡', 1],
    ['甲1', 1],
  ])
  const again = await plan([onPlot(one, { sowFrom: '2026-04-20', sowTo: '2026-04-25' })])
  expect(again.json()).toMatchObject({
    code: 'plantings_overlap',
    detail: '这块地3月3日到5月15日排了“白菜·早熟五号”，日子重了。',
  })
  expect(await refused(plan([onPlot(three), onPlot(three)]))).toBe('409 plan_refused')
})

it('of two plans for one plot at one moment one is made; the log tells the same', async () => {
  const both = [committee, technician].map((who) => plan([onPlot(three)], who))
  expect(await outcomesOf(both)).toEqual(['done', 'plantings_overlap'])
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
