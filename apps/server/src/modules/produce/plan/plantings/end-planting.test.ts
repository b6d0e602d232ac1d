import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  createPlanVillage,
  ownTasksOf,
  planOf,
  SOWN,
  type PlanVillage,
} from '../../../../../test/plan-village.ts'
import {
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'

let test: TestServer
let village: PlanVillage
let plantingIds: string[]
beforeAll(async () => {
  test = await createTestServer()
  village = await createPlanVillage(test)
  const { technician, growingSeasonId, plotIds, cropId } = village
  const plantings = plotIds.slice(0, 3).map((plotId) => ({ plotId, cropId, ...SOWN }))
  plantingIds = (await done(planOf(test, technician, growingSeasonId, plantings))).plantingIds
}, 60_000)
afterAll(() => test.close())

const send = (who: TestPerson | null, what: string, id: string | undefined, body: object) =>
  call(test, who, 'POST', `/api/plantings/${id}/${what}`, body)
const later = { sowFrom: '2026-04-01', sowTo: '2026-04-05' }

it('plans other days in a planting’s place, with tasks of their own, while nothing was done', async () => {
  const { technician, grower, cropId, hensId } = village
  const change = { cropId, ...later }
  expect(await refused(send(grower, 'change', plantingIds[0], change))).toBe('403 plan_by_company')
  const wrong = { ...change, cropId: hensId, heads: 3 }
  expect(await refused(send(technician, 'change', plantingIds[0], wrong))).toBe(
    '400 crop_not_for_plot',
  )
  await done(send(technician, 'change', plantingIds[0], change))
  expect(await refused(send(technician, 'change', plantingIds[0], change))).toBe(
    '404 unknown_planting',
  )
  test.clock.advanceMinutes(31 * 24 * 60)
  const [sow] = await ownTasksOf(test, grower)
  expect(sow).toMatchObject({ kind: 'sow', dueFrom: '2026-04-01', dueTo: '2026-04-05' })
  await done(call(test, grower, 'POST', `/api/tasks/${sow?.taskId}/done`, {}))
  const { plots } = await done(call(test, grower, 'GET', '/api/plantings'))
  const { plantingId } = plots.flatMap((plot: { plantings: object[] }) => plot.plantings)[0]
  expect(await refused(send(technician, 'change', plantingId, change))).toBe('409 planting_begun')
})

it('is given up with a reason; its open tasks go with it', async () => {
  const { technician, committee, grower } = village
  const cancel = (who: TestPerson | null, because = 'weather') =>
    send(who, 'cancel', plantingIds[1], { because })
  expect(await refused(cancel(grower))).toBe('403 plan_by_company')
  expect(await refused(cancel(null))).toBe('401 not_signed_in')
  expect(await refused(cancel(technician, 'laziness'))).toBe('400 invalid_request')
  const { counts } = await done(call(test, committee, 'GET', '/api/tasks'))
  await sentTwice(test, (key) =>
    call(
      test,
      technician,
      'POST',
      `/api/plantings/${plantingIds[1]}/cancel`,
      { because: 'pests' },
      { key },
    ),
  )
  expect(await refused(cancel(technician))).toBe('404 unknown_planting')
  const after = (await done(call(test, committee, 'GET', '/api/tasks'))).counts
  expect(counts.late + counts.open - after.late - after.open).toBe(5)
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
