import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { GiveUpReason, PlanTables, TaskKind } from '../tables.ts'

const tables = (db: Db) => db.withTables<PlanTables>()

export interface PlannedTask {
  readonly taskId: string
  readonly plantingId: string
  readonly plotId: string
  readonly kind: TaskKind
  readonly dueFrom: string
  readonly dueTo: string
  readonly needsPhoto: boolean
}

/** How a task ended. */
export interface TaskEnd {
  readonly as: 'done' | 'given_up'
  readonly because: GiveUpReason | null
  readonly photoFileId: string | null
  readonly householdId: string
  readonly endedBy: string
  /** By the telephone of who did it. */
  readonly occurredAt: Date
  readonly endedAt: Date
  /** By which the log tells of it; null: not known of what ended before it was kept. */
  readonly recordId: string | null
}

export interface Task extends PlannedTask {
  readonly end: TaskEnd | null
}

const CHUNK = 4_000

export async function insertTasks(
  db: Db,
  villageId: string,
  tasks: readonly PlannedTask[],
): Promise<void> {
  for (let at = 0; at < tasks.length; at += CHUNK) {
    const rows = tasks.slice(at, at + CHUNK).map((task) => ({
      village_id: villageId,
      task_id: task.taskId,
      planting_id: task.plantingId,
      plot_id: task.plotId,
      kind: task.kind,
      due_from: task.dueFrom,
      due_to: task.dueTo,
      needs_photo: task.needsPhoto,
    }))
    await tables(db).insertInto('farm_task').values(rows).execute()
  }
}

/** False when it has ended before. */
export async function insertTaskEnd(
  db: Db,
  villageId: string,
  taskId: string,
  end: TaskEnd,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('farm_task_end')
    .values({
      village_id: villageId,
      task_id: taskId,
      ended_as: end.as,
      because: end.because,
      photo_file_id: end.photoFileId,
      household_id: end.householdId,
      ended_by: end.endedBy,
      occurred_at: end.occurredAt,
      ended_at: end.endedAt,
      record_id: end.recordId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Which tasks: of a season, or of these plots; from a day on where only what is near is wanted. */
export interface TaskChoice {
  readonly growingSeasonId?: string
  readonly plotIds?: readonly string[]
  readonly taskId?: string
  readonly dueFromUntil?: string
  readonly isOpen?: true
  readonly dueToAfter?: string
}

/** Tasks of plantings that were neither cancelled nor changed, or that have ended; what is due first first. */
export async function selectTasks(
  db: Db,
  villageId: string,
  choice: TaskChoice,
  limit: number,
): Promise<(Task & { readonly cropId: string })[]> {
  let query = taskQuery(db, villageId)
  const { growingSeasonId, plotIds, taskId, dueFromUntil, dueToAfter, isOpen } = choice
  if (growingSeasonId !== undefined)
    query = query.where('planting.growing_season_id', '=', growingSeasonId)
  if (plotIds !== undefined)
    query = query.where(sql<boolean>`farm_task.plot_id = any(${[...plotIds]}::uuid[])`)
  if (taskId !== undefined) query = query.where('farm_task.task_id', '=', taskId)
  if (dueFromUntil !== undefined) query = query.where('farm_task.due_from', '<=', dueFromUntil)
  if (dueToAfter !== undefined) query = query.where('farm_task.due_to', '>=', dueToAfter)
  if (isOpen) query = query.where('farm_task_end.task_id', 'is', null)
  const rows = await query
    .orderBy('farm_task.due_to')
    .orderBy('farm_task.task_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    taskId: row.task_id,
    plantingId: row.planting_id,
    plotId: row.plot_id,
    cropId: row.crop_id,
    kind: row.kind,
    dueFrom: row.due_from,
    dueTo: row.due_to,
    needsPhoto: row.needs_photo,
    end: endOf(row),
  }))
}

/** Whether anything was done for a planting. */
export async function hasBegun(db: Db, villageId: string, plantingId: string): Promise<boolean> {
  return (await endsOf(db, villageId, plantingId)).length > 0
}

/** Whether a planting's harvest is done. */
export async function hasHarvested(
  db: Db,
  villageId: string,
  plantingId: string,
): Promise<boolean> {
  const ends = await endsOf(db, villageId, plantingId)
  return ends.some(({ kind, ended_as }) => kind === 'harvest' && ended_as === 'done')
}

/** When the harvest of each planting was done; those that are not harvested are absent. */
export async function selectHarvested(
  db: Db,
  villageId: string,
  plantingIds: readonly string[],
): Promise<Map<string, Date>> {
  if (plantingIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('farm_task')
    .innerJoin('farm_task_end', (join) =>
      join
        .onRef('farm_task_end.village_id', '=', 'farm_task.village_id')
        .onRef('farm_task_end.task_id', '=', 'farm_task.task_id'),
    )
    .select(['farm_task.planting_id', 'farm_task_end.occurred_at'])
    .where('farm_task.village_id', '=', villageId)
    .where('farm_task.kind', '=', 'harvest')
    .where(sql<boolean>`farm_task.planting_id = any(${[...plantingIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.planting_id, row.occurred_at]))
}

/** How the tasks of a household ended, the latest first. */
export async function selectOwnEnds(db: Db, villageId: string, householdId: string) {
  const rows = await tables(db)
    .selectFrom('farm_task_end')
    .innerJoin('farm_task', (join) =>
      join
        .onRef('farm_task.village_id', '=', 'farm_task_end.village_id')
        .onRef('farm_task.task_id', '=', 'farm_task_end.task_id'),
    )
    .select([
      'farm_task.plot_id as plotId',
      'farm_task.kind',
      'farm_task.due_to as dueTo',
      'farm_task_end.ended_as as endedAs',
      'farm_task_end.because',
      'farm_task_end.occurred_at as occurredAt',
    ])
    .where('farm_task_end.village_id', '=', villageId)
    .where('farm_task_end.household_id', '=', householdId)
    .orderBy('farm_task_end.occurred_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }))
}

/** Takes the photos of one person out of what they have done. */
export async function forgetTaskPhotos(db: Db, villageId: string, personId: string) {
  await tables(db)
    .updateTable('farm_task_end')
    .set({ photo_file_id: null })
    .where('village_id', '=', villageId)
    .where('ended_by', '=', personId)
    .execute()
}

async function endsOf(db: Db, villageId: string, plantingId: string) {
  return taskQuery(db, villageId)
    .where('farm_task.planting_id', '=', plantingId)
    .where('farm_task_end.task_id', 'is not', null)
    .execute()
}

function taskQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('farm_task')
    .innerJoin('planting', (join) =>
      join
        .onRef('planting.village_id', '=', 'farm_task.village_id')
        .onRef('planting.planting_id', '=', 'farm_task.planting_id'),
    )
    .leftJoin('farm_task_end', (join) =>
      join
        .onRef('farm_task_end.village_id', '=', 'farm_task.village_id')
        .onRef('farm_task_end.task_id', '=', 'farm_task.task_id'),
    )
    .leftJoin('planting_end', (join) =>
      join
        .onRef('planting_end.village_id', '=', 'farm_task.village_id')
        .onRef('planting_end.planting_id', '=', 'farm_task.planting_id'),
    )
    .selectAll('farm_task')
    .select(['planting.crop_id', 'planting.growing_season_id'])
    .select([
      'farm_task_end.ended_as',
      'farm_task_end.because',
      'farm_task_end.photo_file_id',
      'farm_task_end.household_id',
      'farm_task_end.ended_by',
      'farm_task_end.occurred_at',
      'farm_task_end.ended_at',
      'farm_task_end.record_id',
    ])
    .where('farm_task.village_id', '=', villageId)
    .where((eb) =>
      eb.or([
        eb('planting_end.planting_id', 'is', null),
        eb('farm_task_end.task_id', 'is not', null),
      ]),
    )
}

function endOf(row: { readonly [Name in keyof PlanTables['farm_task_end']]: unknown } | object) {
  const end = row as {
    readonly [Name in keyof PlanTables['farm_task_end']]: PlanTables['farm_task_end'][Name] | null
  }
  const { ended_as, household_id, ended_by, occurred_at, ended_at, record_id } = end
  if (ended_as === null || household_id === null || ended_by === null) return null
  if (occurred_at === null || ended_at === null) return null
  return {
    as: ended_as,
    because: end.because,
    photoFileId: end.photo_file_id,
    householdId: household_id,
    endedBy: ended_by,
    occurredAt: occurred_at,
    endedAt: ended_at,
    recordId: record_id,
  }
}

/** How many tasks of these seasons are late on a day, and the oldest of their last days. */
export async function selectLate(
  db: Db,
  villageId: string,
  growingSeasonIds: readonly string[],
  today: string,
): Promise<{ readonly count: number; readonly first: string | null }> {
  const rows = await taskQuery(db, villageId)
    .where('farm_task_end.task_id', 'is', null)
    .where('farm_task.due_to', '<', today)
    .where(sql<boolean>`planting.growing_season_id = any(${[...growingSeasonIds]}::uuid[])`)
    .orderBy('farm_task.due_to')
    .execute()
  return { count: rows.length, first: rows[0]?.due_to ?? null }
}
