import { setTimeout as delay } from 'node:timers/promises'
import { civilDay, mondayOf } from '@azalea/text'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { admitHouseholds } from './admit-households.ts'
import { upsertListedHouseholds } from './household.store.ts'
import { takePending } from './pending.store.ts'
import { periodsOf } from './period.ts'
import {
  applyCountChanges,
  deleteScores,
  selectHouseholdScores,
  selectScores,
  upsertScores,
} from './score.store.ts'
import {
  isOvertaken,
  lockForFolding,
  replaceMarkedCounts,
  selectMarkedOn,
  upsertState,
} from './state.store.ts'
import { sumChanges, tally, type GroupMove } from './tally.ts'

const BATCH_ROWS = 5_000
const RETRY_AFTER_MILLISECONDS = 20
const GIVE_UP_AFTER_MILLISECONDS = 60_000

export interface FoldOptions {
  readonly batchRows?: number
}

/**
 * Takes everything pending of a village into its boards, in batches of one transaction each, and
 * sets the weekly mark when a Monday (Asia/Shanghai) has come: postings of days before it are taken
 * in before the mark, later ones after it, however late this runs.
 * May run anywhere and at any time; of several at once, one works and the others wait.
 * @throws Error when another folder holds the village for a minute, or when scores and ledger
 *   no longer fit (nothing is changed then)
 */
export async function foldStanding(
  database: Database,
  clock: Clock,
  villageId: string,
  { batchRows = BATCH_ROWS }: FoldOptions = {},
): Promise<void> {
  let waitedMilliseconds = 0
  for (;;) {
    const step = await foldStep(database, clock, villageId, batchRows)
    if (step === 'done') return
    if (step === 'more') {
      waitedMilliseconds = 0
      continue
    }
    if (waitedMilliseconds >= GIVE_UP_AFTER_MILLISECONDS)
      throw new Error(`another folder holds the boards of village ${villageId}`)
    await delay(RETRY_AFTER_MILLISECONDS)
    waitedMilliseconds += RETRY_AFTER_MILLISECONDS
  }
}

type Step = 'done' | 'more' | 'busy'

async function foldStep(
  database: Database,
  clock: Clock,
  villageId: string,
  batchRows: number,
): Promise<Step> {
  try {
    return await database.inVillage(villageId, async (db) => {
      if (!(await lockForFolding(db, villageId))) return 'busy'
      const now = clock.now()
      const monday = mondayOf(civilDay(now))
      const markedOn = await selectMarkedOn(db, villageId)
      const markIsDue = markedOn === null || markedOn < monday
      const beforeDay = markIsDue ? monday : null
      const taken = await foldBatch(db, { villageId, markedOn, beforeDay, batchRows })
      if (taken > 0) await upsertState(db, villageId, { foldedAt: now, markedOn })
      if (taken === batchRows) return 'more'
      if (!markIsDue) return 'done'
      await replaceMarkedCounts(db, villageId, periodsOf(monday))
      await upsertState(db, villageId, { foldedAt: now, markedOn: monday })
      return 'more'
    })
  } catch (error) {
    if (isOvertaken(error)) return 'busy'
    throw error
  }
}

interface Batch {
  readonly villageId: string
  readonly markedOn: string | null
  /** Only what was posted on days before this one; null: everything. */
  readonly beforeDay: string | null
  readonly batchRows: number
}

/** Gives how many pending rows it took. */
async function foldBatch(db: Db, batch: Batch): Promise<number> {
  const { villageId, markedOn, beforeDay } = batch
  const taken = await takePending(db, villageId, beforeDay, batch.batchRows)
  if (taken.length === 0) return 0
  const { credits, households, moved } = await admitHouseholds(db, villageId, taken, beforeDay)
  const moves = await groupMovesOf(db, villageId, moved)
  const changes = sumChanges(credits, moves)
  const scores = await selectScores(db, villageId, [...changes.values()])
  const { kept, removed, counts } = tally(scores, changes, markedOn)
  await upsertScores(db, villageId, kept)
  await deleteScores(db, villageId, removed)
  await applyCountChanges(db, villageId, counts)
  await upsertListedHouseholds(db, villageId, households)
  return taken.length
}

/** What households that now belong to another group take along to it. */
async function groupMovesOf(
  db: Db,
  villageId: string,
  moved: ReadonlyMap<string, { fromGroupNo: number; toGroupNo: number }>,
): Promise<GroupMove[]> {
  const scores = await selectHouseholdScores(db, villageId, [...moved.keys()])
  return scores.flatMap((score) => {
    const move = moved.get(score.competitorId)
    return move ? [{ ...score, ...move }] : []
  })
}
