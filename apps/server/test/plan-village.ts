import {
  claimPlotOf,
  createLandVillage,
  drawing,
  drawnPlots,
  rectangle,
  type LandVillage,
} from './land-village.ts'
import { done } from './participation-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from './server.ts'

/** Fifty-five days, harvested for fifteen, three tonnes a mu. */
export const cabbage = {
  kind: 'field',
  nameZh: '白菜',
  nameEn: 'Chinese cabbage',
  variety: '早熟五号',
  daysToMaturity: 55,
  harvestDays: 15,
  sowing: [301, 430, 801, 930],
  yieldGrams: 3_000_000,
  unit: 'kg',
  tasks: [
    { kind: 'thin', afterDays: 20, withinDays: 7, times: 1, everyDays: 7 },
    { kind: 'weed', afterDays: 25, withinDays: 7, times: 2, everyDays: 14 },
  ],
} as const
/** Laying hens: nine kilograms of eggs a head. */
export const hens = {
  kind: 'flock',
  nameZh: '林下鸡蛋',
  nameEn: 'Eggs from under the trees',
  daysToMaturity: 20,
  harvestDays: 300,
  sowing: [101, 1231],
  yieldGrams: 9_000,
  unit: 'piece',
  pieceGrams: 50,
  tasks: [{ kind: 'vaccinate', afterDays: 7, withinDays: 3, times: 1, everyDays: 7 }],
} as const

/** Of the village's spring: 27 April to 15 May for cabbage. */
export const SOWN = { sowFrom: '2026-03-03', sowTo: '2026-03-07' }

/** A village with a crop, hens, leased and free plots, and a flock of a household's own. */
export interface PlanVillage extends LandVillage {
  readonly grower: TestPerson
  readonly cropId: string
  readonly hensId: string
  /** Leased by the grower, by two others, and by nobody. */
  readonly plotIds: readonly [string, string, string, string]
  /** The grower's own wood. */
  readonly woodId: string
}

export async function createPlanVillage(test: TestServer): Promise<PlanVillage> {
  const land = await createLandVillage(test)
  const { committee, technician, growingSeasonId } = land
  const enter = async (crop: object) =>
    (await done(call(test, technician, 'POST', '/api/crops', crop))).cropId as string
  const [one = '', two = '', three = '', free = ''] = await drawnPlots(test, committee, [
    '甲1',
    '甲2',
    '甲3',
    '甲4',
  ])
  const grower = await addPerson(test)
  const others = [grower, await addPerson(test), await addPerson(test)]
  for (const [at, plotId] of [one, two, three].entries())
    await done(claimPlotOf(test, others[at] ?? grower, plotId, growingSeasonId))
  const own = { kind: 'flock', tenure: 'household', keeperHouseholdId: grower.householdId }
  const wood = drawing('后山鸡', rectangle(0, 90, 40, 40), own)
  const { plots } = await done(call(test, committee, 'POST', '/api/plots', { plots: [wood] }))
  return {
    ...land,
    grower,
    cropId: await enter(cabbage),
    hensId: await enter(hens),
    plotIds: [one, two, three, free],
    woodId: plots[0].plotId,
  }
}

export const planOf = (
  test: TestServer,
  person: TestPerson | null,
  growingSeasonId: string,
  plantings: readonly object[],
  key?: string,
) =>
  call(test, person, 'POST', '/api/plantings', { growingSeasonId, plantings }, key ? { key } : {})

export interface OwnTask {
  readonly taskId: string
  readonly kind: string
  readonly state: string
  readonly dueFrom: string
  readonly dueTo: string
}

export const ownTasksOf = async (test: TestServer, person: TestPerson): Promise<OwnTask[]> =>
  (await done(call(test, person, 'GET', '/api/tasks/own'))).items
