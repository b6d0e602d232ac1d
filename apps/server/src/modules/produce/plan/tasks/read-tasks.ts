import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { readPeopleNames } from '../../../community/index.ts'
import { readGrowers, selectPlotsOf, selectSeasons, type PlotOfSubject } from '../../land/index.ts'
import { readCrops } from '../crops/crop.store.ts'
import { cropName } from '../crops/read-crops.ts'
import type { PlanReaders } from '../parts.ts'
import { currentSeason } from '../plantings/read-plan.ts'
import { selectTasks, type Task } from './task.store.ts'

const taskStates = ['late', 'open', 'done', 'given_up'] as const
export type TaskState = (typeof taskStates)[number]

/** Of a season of two hundred plots, with as many tasks each as anybody could do. */
const EVERY = 20_000
const SHOWN = 300
const AHEAD_DAYS = 14
const SHOWN_AFTER_DAYS = 30

/** Open tasks whose last day has passed are late. */
export function stateOf({ dueTo, end }: Pick<Task, 'dueTo' | 'end'>, today: string): TaskState {
  if (end !== null) return end.as
  return dueTo < today ? 'late' : 'open'
}

/** Every task of a season for the company: the late ones first, at most so many, all of them counted. */
export async function readTasks(
  { database, clock }: PlanReaders,
  { villageId }: Actor,
  asked: { readonly growingSeasonId?: string | undefined; readonly state?: TaskState | undefined },
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const season = await currentSeason(db, villageId, today, asked.growingSeasonId)
    const all =
      season === null
        ? []
        : await selectTasks(db, villageId, { growingSeasonId: season.growingSeasonId }, EVERY)
    const counts = { late: 0, open: 0, done: 0, given_up: 0 }
    for (const task of all) counts[stateOf(task, today)] += 1
    const chosen = all
      .filter((task) => asked.state === undefined || stateOf(task, today) === asked.state)
      .toSorted((one, other) => placeOf(one, today) - placeOf(other, today))
    const items = await presentTasks(db, villageId, chosen.slice(0, SHOWN), { language, today })
    return { counts, left: Math.max(0, chosen.length - SHOWN), items }
  })
}

/** A household's own tasks: what is due within a fortnight, and what ended within a month. */
export async function readOwnTasks(
  { database, clock }: PlanReaders,
  { villageId, householdId }: Actor,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const today = civilDay(clock.now())
    const tasks = await selectOwnTasks(db, { villageId, householdId }, today)
    const first = addCivilDays(today, -SHOWN_AFTER_DAYS)
    const shown = tasks.filter(
      ({ end, dueFrom }) =>
        (end === null && dueFrom <= addCivilDays(today, AHEAD_DAYS)) ||
        (end !== null && civilDay(end.occurredAt) >= first),
    )
    const sorted = shown.toSorted((one, other) => placeOf(one, today) - placeOf(other, today))
    return { items: await presentTasks(db, villageId, sorted, { language, today }) }
  })
}

/** The tasks of the plots that a household grows on, in the seasons that are not over. */
export async function selectOwnTasks(
  db: Db,
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
  today: string,
): Promise<(Task & { readonly cropId: string })[]> {
  if (householdId === null) return []
  const plots = await selectPlotsOf(db, villageId)
  const tasks: (Task & { readonly cropId: string })[] = []
  for (const { growingSeasonId, endsOn, beginsOn } of await selectSeasons(db, villageId)) {
    const own = await ownPlots(db, villageId, { plots, householdId, growingSeasonId })
    // What a household plans for its own land may outlast the season.
    if (own.length === 0 || beginsOn > addCivilDays(today, AHEAD_DAYS)) continue
    const isOver = endsOn < today
    const plotIds = own
      .filter(({ tenure }) => !isOver || tenure === 'household')
      .map(({ plotId }) => plotId)
    if (plotIds.length === 0) continue
    tasks.push(...(await selectTasks(db, villageId, { growingSeasonId, plotIds }, EVERY)))
  }
  return tasks
}

async function ownPlots(
  db: Db,
  villageId: string,
  of: {
    readonly plots: readonly PlotOfSubject[]
    readonly householdId: string
    readonly growingSeasonId: string
  },
): Promise<PlotOfSubject[]> {
  const growers = await readGrowers(db, villageId, of.plots, of.growingSeasonId)
  return of.plots.filter(({ plotId }) => growers.get(plotId) === of.householdId)
}

/** Late ones first, then what is due, then what ended. */
function placeOf(task: Task, today: string): number {
  return taskStates.indexOf(stateOf(task, today))
}

async function presentTasks(
  db: Db,
  villageId: string,
  tasks: readonly (Task & { readonly cropId: string })[],
  { language, today }: { readonly language: Language; readonly today: string },
) {
  const plots = new Map(
    (await selectPlotsOf(db, villageId)).map((plot) => [plot.plotId, plot.subject]),
  )
  const crops = await readCrops(db, villageId, [...new Set(tasks.map(({ cropId }) => cropId))])
  const people = tasks.flatMap(({ end }) => (end === null ? [] : [end.endedBy]))
  const names = await readPeopleNames(db, villageId, [...new Set(people)])
  return tasks.map((task) => {
    const crop = crops.get(task.cropId)
    return {
      taskId: task.taskId,
      plantingId: task.plantingId,
      plotId: task.plotId,
      plotLabel: plots.get(task.plotId)?.label ?? '',
      groupNo: plots.get(task.plotId)?.groupNo ?? null,
      cropName: crop === undefined ? '' : cropName(crop, language),
      isFlock: crop?.kind === 'flock',
      kind: task.kind,
      dueFrom: task.dueFrom,
      dueTo: task.dueTo,
      state: stateOf(task, today),
      isDue: task.dueFrom <= today,
      needsPhoto: task.needsPhoto,
      end:
        task.end === null
          ? null
          : {
              on: civilDay(task.end.occurredAt),
              wasLate: civilDay(task.end.occurredAt) > task.dueTo,
              because: task.end.because,
              photoFileId: task.end.photoFileId,
              byName: names.get(task.end.endedBy) ?? null,
            },
    }
  })
}
