import { taskEnded } from '@azalea/records'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readPhotoOwner, requireJoinedMember } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { readGrowers, selectPlotsOf } from '../../land/index.ts'
import { harvestDone } from '../events.ts'
import type { PlanCommands } from '../parts.ts'
import { lockPlan, selectPlanting } from '../plantings/planting.store.ts'
import { inWords, refuse } from '../refusals.ts'
import type { GiveUpReason } from '../tables.ts'
import { insertTaskEnd, selectTasks, type PlannedTask, type TaskEnd } from './task.store.ts'

const AHEAD_MILLISECONDS = 5 * 60_000
const OLDEST_DAYS = 14
/** Weather and crops do not keep to the day. */
const EARLY_DAYS = 7
const MILLISECONDS_A_DAY = 86_400_000

export interface FinishTaskInput {
  readonly taskId: string
  readonly photoFileId: string | null
  /** Of a telephone that had no network; null: now. */
  readonly occurredAt: string | null
}

export interface GiveUpTaskInput {
  readonly taskId: string
  readonly because: GiveUpReason
  readonly occurredAt: string | null
}

/**
 * A grower, or somebody of the same household, has done a task of a plot of theirs. A harvest is done
 * only when nothing bars it.
 * @throws Refusal 'unknown_task', 'task_not_yours', 'task_ended', 'task_time_wrong', 'task_not_yet',
 *   'task_photo_missing', 'task_photo_not_yours', those of requireJoinedMember and of who listens to harvestDone
 */
export async function finishTask(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  { taskId, photoFileId, occurredAt }: FinishTaskInput,
): Promise<Record<string, never>> {
  const input = { taskId, photoFileId, occurredAt }
  return act({ name: 'finish-task', actor, key, input }, async (tx) => {
    if (photoFileId !== null) {
      const owner = await readPhotoOwner(tx.db, tx.villageId, photoFileId)
      if (owner !== actor.personId) throw refuse('task_photo_not_yours')
    }
    const how = { as: 'done', because: null, photoFileId } as const
    const { task, at } = await endTask(tx, secrets, actor, { taskId, occurredAt, how })
    if (task.needsPhoto && photoFileId === null) throw refuse('task_photo_missing')
    if (civilDay(at) < addCivilDays(task.dueFrom, -EARLY_DAYS))
      throw refuse('task_not_yet', { ...inWords({ from: task.dueFrom }), days: EARLY_DAYS })
    if (task.kind === 'harvest')
      await tx.publish(harvestDone, { plotId: task.plotId, day: civilDay(at) })
    return {}
  })
}

/**
 * A task that cannot or need not be done.
 * @throws Refusal 'unknown_task', 'task_not_yours', 'task_ended', 'task_time_wrong', those of
 *   requireJoinedMember
 */
export async function giveUpTask(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  { taskId, because, occurredAt }: GiveUpTaskInput,
): Promise<Record<string, never>> {
  const input = { taskId, because, occurredAt }
  return act({ name: 'give-up-task', actor, key, input }, async (tx) => {
    const how = { as: 'given_up', because, photoFileId: null } as const
    await endTask(tx, secrets, actor, { taskId, occurredAt, how })
    return {}
  })
}

async function endTask(
  tx: Tx,
  secrets: PlanCommands['secrets'],
  actor: Actor,
  asked: {
    readonly taskId: string
    readonly occurredAt: string | null
    readonly how: Pick<TaskEnd, 'as' | 'because' | 'photoFileId'>
  },
): Promise<{ readonly task: PlannedTask; readonly at: Date }> {
  const { db, villageId, now } = tx
  const { taskId, how } = asked
  const { householdId } = await requireJoinedMember(tx, actor.personId, actor)
  await lockPlan(db, villageId)
  const [task] = await selectTasks(db, villageId, { taskId }, 1)
  const planting = task && (await selectPlanting(db, villageId, task.plantingId))
  if (task === undefined || planting === undefined || planting === null)
    throw refuse('unknown_task')
  const plots = (await selectPlotsOf(db, villageId)).filter(({ plotId }) => plotId === task.plotId)
  const growers = await readGrowers(db, villageId, plots, planting.growingSeasonId)
  if (growers.get(task.plotId) !== householdId) throw refuse('task_not_yours')
  const at = timeOf(asked.occurredAt, now)
  const endedBy = actor.personId
  const recordId = tx.newId()
  const end = { ...how, householdId, endedBy, occurredAt: at, endedAt: now, recordId }
  if (!(await insertTaskEnd(db, villageId, taskId, end))) throw refuse('task_ended')
  const secret = await secrets.of(db, villageId)
  const { as, because, photoFileId } = how
  tx.append(
    taskEnded({
      recordId,
      public: {
        task: secret.pseudonym('farmTask', taskId),
        planting: secret.pseudonym('planting', task.plantingId),
        kind: task.kind,
        as,
        on: civilDay(at),
        dueTo: task.dueTo,
      },
      parts: [{ personId: endedBy, payload: { taskId, because, photoFileId, endedBy } }],
    }),
  )
  return { task, at }
}

/** @throws Refusal 'task_time_wrong' */
function timeOf(occurredAt: string | null, now: Date): Date {
  if (occurredAt === null) return now
  const age = now.getTime() - new Date(occurredAt).getTime()
  if (age < -AHEAD_MILLISECONDS || age > OLDEST_DAYS * MILLISECONDS_A_DAY)
    throw refuse('task_time_wrong')
  return age < 0 ? now : new Date(occurredAt)
}
