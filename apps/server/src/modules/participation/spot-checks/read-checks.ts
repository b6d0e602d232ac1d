import type { Actor } from '../../../platform/actor.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../platform/database/database.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Reader, Readers } from '../ground/readers.ts'
import { refuse } from '../ground/refusals.ts'
import { clockTime } from '../activities/index.ts'
import { namePlaces } from './name-places.ts'
import { presentFound, readLeaderScores } from './read-draws.ts'
import {
  selectCheck,
  selectChecksBy,
  selectOpenChecks,
  type SpotCheck,
} from './spot-check.store.ts'
import { selectDraw } from './spot-draw.store.ts'
import { requireIndependentChecker } from './spot-policy.ts'

const MOST_OPEN = 200
const MOST_MADE = 20

/** What is to be checked, the nearest deadline first, and what this checker has made. */
export async function readOpenChecks(
  { database, clock }: Pick<Readers, 'database' | 'clock'>,
  reader: Reader,
) {
  const { villageId, personId } = reader.actor
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const open = await selectOpenChecks(db, villageId, now, MOST_OPEN)
    const made = await selectChecksBy(db, villageId, personId, MOST_MADE)
    const nameOf = await namePlaces(db, villageId, [...open, ...made])
    const present = (check: SpotCheck) => ({
      checkId: check.checkId,
      ...nameOf(check),
      ...presentFound(check, now),
    })
    const items = []
    for (const check of open) {
      const refusal = await whyNotBy(db, reader.actor, check, now)
      items.push({ ...present(check), canCheck: permission(refusal, reader.language) })
    }
    return { items, made: made.map(present) }
  })
}

/**
 * One check. What the leader of a shift gave is told once the check is made, and to nobody before.
 * @throws Refusal 'unknown_spot_check'
 */
export async function readCheck(
  { database, clock }: Pick<Readers, 'database' | 'clock'>,
  { actor, language }: Reader,
  checkId: string,
) {
  const { villageId } = actor
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const check = await selectCheck(db, villageId, checkId)
    if (check === null) throw refuse('unknown_spot_check')
    const nameOf = await namePlaces(db, villageId, [check])
    const refusal = await whyNotBy(db, actor, check, now)
    return {
      checkId,
      drawId: check.drawId,
      ...nameOf(check),
      ...presentFound(check, now),
      canCheck: permission(refusal, language),
      leaderScores: await readLeaderScores(db, villageId, check),
    }
  })
}

/** How many checks wait for this person, and the nearest deadline. */
export async function countChecksFor(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ count: number; dueAt: Date | null }> {
  const open = await selectOpenChecks(db, actor.villageId, now, MOST_OPEN)
  const mine: SpotCheck[] = []
  for (const check of open) if ((await whyNotBy(db, actor, check, now)) === null) mine.push(check)
  return { count: mine.length, dueAt: mine[0]?.dueAt ?? null }
}

/** Why this person cannot make this check now; null when they can. */
async function whyNotBy(
  db: Db,
  actor: Actor,
  check: SpotCheck,
  now: Date,
): Promise<Refusal | null> {
  if (check.score !== null) return refuse('spot_check_made')
  if (now >= check.dueAt) return refuse('spot_check_lapsed', { dueAt: clockTime(check.dueAt) })
  if (now < check.opensAt)
    return refuse('spot_check_not_open', { opensAt: clockTime(check.opensAt) })
  const draw = await selectDraw(db, actor.villageId, check.drawId)
  try {
    await requireIndependentChecker(db, actor, check, draw?.announcedBy ?? '')
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
