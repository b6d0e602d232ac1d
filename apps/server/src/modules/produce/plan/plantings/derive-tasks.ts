import type { PlantingTimes } from '@azalea/produce-rules'
import { addCivilDays, type CivilDay } from '@azalea/text'
import type { TemplateTask } from '../crops/crop.store.ts'
import type { TaskKind } from '../tables.ts'

export interface DueTask {
  readonly kind: TaskKind
  readonly dueFrom: CivilDay
  readonly dueTo: CivilDay
  readonly needsPhoto: boolean
}

/**
 * The tasks of a planting, in order of their days: its sowing and its harvest in their windows, and
 * what its crop needs between, as long as it stands.
 */
export function deriveTasks(times: PlantingTimes, template: readonly TemplateTask[]): DueTask[] {
  const { sowFrom, sowTo, harvestFrom, harvestTo } = times
  const between = template.flatMap(
    ({ kind, afterDays, withinDays, times: often, everyDays, needsPhoto }) =>
      Array.from({ length: often }, (_, at) => {
        const dueFrom = addCivilDays(sowFrom, afterDays + at * everyDays)
        return { kind, dueFrom, dueTo: addCivilDays(dueFrom, withinDays - 1), needsPhoto }
      }),
  )
  const all: DueTask[] = [
    { kind: 'sow', dueFrom: sowFrom, dueTo: sowTo, needsPhoto: false },
    ...between.filter(({ dueFrom }) => dueFrom <= harvestTo),
    { kind: 'harvest', dueFrom: harvestFrom, dueTo: harvestTo, needsPhoto: false },
  ]
  return all.toSorted((one, other) => (one.dueFrom < other.dueFrom ? -1 : 1))
}
