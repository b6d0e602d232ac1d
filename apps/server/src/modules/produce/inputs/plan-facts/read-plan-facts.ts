import { expectedByWeek } from '@azalea/produce-rules'
import { civilDay, mondayOf } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import {
  currentSeason,
  readCrops,
  selectPlantingsOf,
  selectTasks,
  stateOf,
} from '../../plan/index.ts'
import { selectHarvestsWithin } from '../harvests/harvest.store.ts'
import type { Readers } from '../parts.ts'

const EVERY = 20_000

interface Week {
  plannedGrams: number
  declaredGrams: number
}

/** What was planned for each crop and week beside what was declared for harvest, and its tasks. */
export async function readPlanFacts(
  { database, clock }: Readers,
  { villageId }: Actor,
  asked: string | undefined,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const season = await currentSeason(db, villageId, today, asked)
    if (season === null) return { seasonName: null, weeks: [], tasks: [] }
    const { growingSeasonId, beginsOn, endsOn } = season
    const plantings = await selectPlantingsOf(db, villageId, growingSeasonId)
    const tasks = await selectTasks(db, villageId, { growingSeasonId }, EVERY)
    const ids = [...plantings, ...tasks].map(({ cropId }) => cropId)
    const crops = await readCrops(db, villageId, [...new Set(ids)])
    const weeks = new Map<string, Week>()
    const names = new Map<string, string>()
    const weekOf = (name: string, monday: string): Week => {
      const key = `${monday} ${name}`
      const week = weeks.get(key) ?? { plannedGrams: 0, declaredGrams: 0 }
      weeks.set(key, week)
      return week
    }
    const byCrop = new Map<string, ReturnType<typeof noTasks>>()
    for (const { nameZh, nameEn } of crops.values())
      names.set(nameZh, inLanguage(language, nameZh, nameEn))
    for (const planting of plantings) {
      const name = crops.get(planting.cropId)?.nameZh ?? ''
      for (const [monday, grams] of expectedByWeek(planting.expectedGrams, planting))
        weekOf(name, monday).plannedGrams += grams
    }
    for (const { crop, on, grams } of await selectHarvestsWithin(db, villageId, beginsOn, endsOn))
      weekOf(crop, mondayOf(on)).declaredGrams += grams
    for (const task of tasks) {
      const name = crops.get(task.cropId)?.nameZh ?? ''
      const counts = byCrop.get(name) ?? noTasks()
      byCrop.set(name, counts)
      counts[outcomeOf(task, today)] += 1
    }
    return {
      seasonName: inLanguage(language, season.nameZh, season.nameEn),
      weeks: [...weeks]
        .map(([key, week]) => ({ monday: key.slice(0, 10), crop: key.slice(11), ...week }))
        .map((week) => ({ ...week, crop: names.get(week.crop) ?? week.crop }))
        .toSorted((one, other) =>
          order(`${one.monday} ${one.crop}`, `${other.monday} ${other.crop}`),
        ),
      tasks: [...byCrop]
        .map(([crop, counts]) => ({ crop: names.get(crop) ?? crop, ...counts }))
        .toSorted((one, other) => order(one.crop, other.crop)),
    }
  })
}

const noTasks = () => ({ onTime: 0, doneLate: 0, late: 0, givenUp: 0, open: 0 })

function outcomeOf(
  task: Parameters<typeof stateOf>[0],
  today: string,
): keyof ReturnType<typeof noTasks> {
  const state = stateOf(task, today)
  if (state === 'given_up') return 'givenUp'
  if (state !== 'done') return state
  return task.end !== null && civilDay(task.end.occurredAt) > task.dueTo ? 'doneLate' : 'onTime'
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1
}
