import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import {
  askFor,
  applied,
  createGrownVillage,
  photoOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { cabbage, ownTasksOf, planOf, type OwnTask } from '../../../../../test/plan-village.ts'
import { addPerson, call, type TestPerson } from '../../../../../test/server.ts'

let village: GrownVillage
let tasks: OwnTask[]
const DAY = 24 * 60

beforeAll(async () => {
  village = await createGrownVillage()
  const { test, technician, plotId, growingSeasonId } = village
  const quick = { ...cabbage, daysToMaturity: 9, harvestDays: 5 }
  const { cropId } = await done(call(test, technician, 'POST', '/api/crops', quick))
  const planting = { plotId, cropId, sowFrom: '2026-03-02', sowTo: '2026-03-03' }
  await done(planOf(test, technician, growingSeasonId, [planting]))
  tasks = await ownTasksOf(test, village.grower)
}, 60_000)
afterAll(() => village.test.close())

const idOf = (kind: string) => tasks.find((task) => task.kind === kind)?.taskId ?? ''
const finish = (
  kind: string,
  body: object = {},
  who: TestPerson | null = village.grower,
  key?: string,
) => call(village.test, who, 'POST', `/api/tasks/${idOf(kind)}/done`, body, key ? { key } : {})
const giveUp = (kind: string, because: string, who: TestPerson | null = village.grower) =>
  call(village.test, who, 'POST', `/api/tasks/${idOf(kind)}/give-up`, { because })
const all = (who: TestPerson, state = '') =>
  done(call(village.test, who, 'GET', `/api/tasks${state === '' ? '' : `?state=${state}`}`))

it('stands at home and on one’s own page; a stranger sees none', async () => {
  const { test, grower } = village
  expect(tasks.map(({ kind }) => kind)).toEqual(['sow', 'harvest'])
  const { waiting } = await done(call(test, grower, 'GET', '/api/me/home'))
  expect(waiting).toContainEqual(expect.objectContaining({ kind: 'farm_task', count: 1 }))
  expect(await ownTasksOf(test, await addPerson(test))).toEqual([])
  expect(await refused(call(test, grower, 'GET', '/api/tasks'))).toBe('403 role_required')
})

it('is done by the household, with a photo and its own time, once', async () => {
  const { test, grower, technician } = village
  test.clock.advanceMinutes(2 * DAY)
  const helper = await addPerson(test, { householdId: grower.householdId ?? '' })
  const occurredAt = new Date(test.clock.now().getTime() - DAY * 60_000).toISOString()
  expect(await refused(finish('sow', {}, await addPerson(test)))).toBe('403 task_not_yours')
  expect(await refused(finish('sow', {}, null))).toBe('401 not_signed_in')
  expect(await refused(finish('sow', { occurredAt: '2026-03-30T00:00:00Z' }))).toBe(
    '400 task_time_wrong',
  )
  expect(await refused(finish('sow', { occurredAt: '2026-02-01T00:00:00Z' }))).toBe(
    '400 task_time_wrong',
  )
  const foreign = await photoOf(test, technician)
  expect(await refused(finish('sow', { photoFileId: foreign }))).toBe('403 task_photo_not_yours')
  expect((await all(technician, 'late')).items).toMatchObject([{ kind: 'sow', plotLabel: '甲1' }])
  const inbox = await done(call(test, technician, 'GET', '/api/workbench/inbox'))
  expect(inbox.items).toContainEqual(expect.objectContaining({ kind: 'farm_task_late', count: 1 }))
  const photoFileId = await photoOf(test, helper)
  await sentTwice(test, (key) => finish('sow', { photoFileId, occurredAt }, helper, key))
  expect(await refused(finish('sow'))).toBe('409 task_ended')
  expect(await refused(giveUp('sow', 'weather'))).toBe('409 task_ended')
  const { items, counts } = await all(technician)
  expect(counts).toMatchObject({ late: 0, done: 1 })
  expect(items.find(({ kind }: OwnTask) => kind === 'sow')).toMatchObject({
    state: 'done',
    end: { on: '2026-03-03', wasLate: false, photoFileId },
  })
})

it('a spray too near to the planned harvest is refused, until the harvest is over', async () => {
  // Harvested from the 11th to the 16th; the interval is seven days, today is the 4th.
  await applied(village)
  village.test.clock.advanceMinutes(DAY)
  const refusal = await askFor(village)
  expect(refusal.json()).toMatchObject({ code: 'application_not_possible' })
  expect(refusal.json().detail).toContain('3月17日')
})

it('a harvest is not done while an interval bars it; given up it bars nothing more', async () => {
  const { test, technician, committee } = village
  const early = await finish('harvest')
  expect(early.json()).toMatchObject({ code: 'harvest_too_early' })
  expect((await all(technician)).counts).toMatchObject({ done: 1 })
  expect(await refused(giveUp('harvest', 'laziness'))).toBe('400 invalid_request')
  expect(await refused(giveUp('harvest', 'pests', await addPerson(test)))).toBe(
    '403 task_not_yours',
  )
  const both = [giveUp('harvest', 'pests'), giveUp('harvest', 'weather')]
  expect(await outcomesOf(both)).toEqual(['done', 'task_ended'])
  await done(askFor(village))
  expect(
    await refused(call(test, village.grower, 'POST', `/api/tasks/${test.server.newId()}/done`, {})),
  ).toBe('404 unknown_task')
  const facts = await done(call(test, committee, 'GET', '/api/plan-facts'))
  expect(facts.tasks).toMatchObject([{ crop: '白菜', onTime: 1, givenUp: 1, late: 0, open: 0 }])
  expect(facts.weeks.map(({ monday }: { monday: string }) => monday)).toEqual([
    '2026-03-09',
    '2026-03-16',
  ])
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)

it('is not done long before its days, nor without the photo that its crop asks for', async () => {
  const { test, technician, grower, plotId, growingSeasonId } = village
  const task = { withinDays: 5, times: 1, everyDays: 1 }
  const shown = {
    ...cabbage,
    nameZh: '萝卜',
    tasks: [
      { ...task, kind: 'thin', afterDays: 1, needsPhoto: true },
      { ...task, kind: 'weed', afterDays: 20 },
    ],
  }
  const { cropId } = await done(call(test, technician, 'POST', '/api/crops', shown))
  const planting = { plotId, cropId, sowFrom: '2026-04-01', sowTo: '2026-04-02' }
  test.clock.advanceMinutes(27 * DAY)
  await done(planOf(test, technician, growingSeasonId, [planting]))
  test.clock.advanceMinutes(2 * DAY)
  tasks = (await all(technician)).items.filter(({ cropName }: { cropName: string }) =>
    cropName.startsWith('萝卜'),
  )
  const before = (await all(technician)).counts.done
  expect(tasks.find(({ kind }) => kind === 'thin')).toMatchObject({ needsPhoto: true })
  expect(await refused(finish('thin'))).toBe('400 task_photo_missing')
  const early = await finish('weed')
  expect(early.json()).toMatchObject({ code: 'task_not_yet' })
  expect(early.json().detail).toContain('4月21日')
  expect((await all(technician)).counts.done).toBe(before)
  const photoFileId = await photoOf(test, grower)
  await done(finish('thin', { photoFileId }))
}, 60_000)
