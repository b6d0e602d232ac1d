import { civilDay, startOfCivilDay, addCivilDays } from '@azalea/text'
import { hasAnyRole } from '../../../platform/actor.ts'
import { anyRows, type HomePart, type InboxPart } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import { selectSeasons } from '../land/index.ts'
import { registerCropRoutes } from './crops/crop.routes.ts'
import { planDuties } from './duties.ts'
import type { PlanParts } from './parts.ts'
import { registerPlantingRoutes } from './plantings/planting.routes.ts'
import { planners } from './policy.ts'
import { selectOwnTasks } from './tasks/read-tasks.ts'
import { registerTaskRoutes } from './tasks/task.routes.ts'
import { forgetTaskPhotos, selectLate, selectOwnEnds } from './tasks/task.store.ts'

/** What a household is to do on its plots now, as one line. */
const ownTasks: HomePart<PlanParts> = {
  waiting: {
    kinds: { farm_task: 27 },
    list: async (_, { db, actor, now }) => {
      const today = civilDay(now)
      const due = (await selectOwnTasks(db, actor, today)).filter(
        ({ end, dueFrom }) => end === null && dueFrom <= today,
      )
      const first = due.map(({ dueTo }) => dueTo).toSorted()[0]
      if (first === undefined) return []
      const at = startOfCivilDay(addCivilDays(first, 1)).toISOString()
      return [{ kind: 'farm_task', id: null, title: null, at, count: due.length }]
    },
  },
}

/** Tasks of growers that are late, as one line for the company. */
const lateTasks: InboxPart<PlanParts> = {
  kinds: ['farm_task_late'],
  list: async (_, { db, actor, now }) => {
    if (!hasAnyRole(actor, planners)) return []
    const today = civilDay(now)
    const running = (await selectSeasons(db, actor.villageId)).filter(
      ({ endsOn }) => endsOn >= today,
    )
    const ids = running.map(({ growingSeasonId }) => growingSeasonId)
    const { count, first } = await selectLate(db, actor.villageId, ids, today)
    if (first === null) return []
    const dueAt = startOfCivilDay(addCivilDays(first, 1)).toISOString()
    return [{ kind: 'farm_task_late', id: null, title: null, dueAt, count }]
  },
}

export const planSubmodule: Module<PlanParts> = {
  name: 'plan',
  routes: (http, parts) => {
    registerCropRoutes(http, parts)
    registerPlantingRoutes(http, parts)
    registerTaskRoutes(http, parts)
  },
  duties: [planDuties],
  home: [ownTasks],
  inbox: [lateTasks],
  dataBank: [
    {
      shape: { farmTasks: anyRows },
      counted: { farmTasks: { zh: '农事任务', en: 'Tasks on plots' } },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        farmTasks: householdId === null ? [] : await selectOwnEnds(db, villageId, householdId),
      }),
    },
  ],
  erase: [async (_, { db, villageId }, { personId }) => forgetTaskPhotos(db, villageId, personId)],
}
