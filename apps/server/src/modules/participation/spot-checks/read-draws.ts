import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/database/database.ts'
import { maskName, readPeopleNames } from '../../community/index.ts'
import { selectAttendances } from '../activities/index.ts'
import type { Reader, Readers } from '../ground/readers.ts'
import { refuse } from '../ground/refusals.ts'
import { namePlaces } from './name-places.ts'
import {
  countChecksOf,
  selectChecksOf,
  type CheckCounts,
  type SpotCheck,
} from './spot-check.store.ts'
import { selectCandidates, selectDraw, selectDraws, type SpotDraw } from './spot-draw.store.ts'
import { drawName } from './spot-records.ts'

const MOST_DRAWS = 50

/** The latest draws, newest first. */
export async function readDraws(
  { database }: Pick<Readers, 'database'>,
  { actor: { villageId } }: Pick<Reader, 'actor'>,
) {
  return database.inVillage(villageId, async (db) => {
    const draws = await selectDraws(db, villageId, MOST_DRAWS)
    const ids = draws.map(({ drawId }) => drawId)
    const counts = await countChecksOf(db, villageId, ids)
    return { items: draws.map((draw) => presentDraw(draw, counts.get(draw.drawId))) }
  })
}

/**
 * A draw with its list, what was drawn and what was found, so that anybody of the office can hold it
 * against the log.
 * @throws Refusal 'unknown_spot_draw'
 */
export async function readDraw(
  { database, secrets, clock }: Pick<Readers, 'database' | 'secrets' | 'clock'>,
  { actor: { villageId } }: Pick<Reader, 'actor'>,
  drawId: string,
) {
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const draw = await selectDraw(db, villageId, drawId)
    if (draw === null) throw refuse('unknown_spot_draw')
    const candidates = await selectCandidates(db, villageId, drawId)
    const checks = await selectChecksOf(db, villageId, drawId)
    const nameOf = await namePlaces(db, villageId, candidates)
    const { checkpoint } = draw
    const made = checks.filter(({ score }) => score !== null).length
    const lapsed = checks.filter(({ lapsedAt }) => lapsedAt !== null).length
    return {
      ...presentDraw(draw, { drawn: checks.length, made, lapsed }),
      name: drawName(await secrets.of(db, villageId), drawId),
      listHash: draw.listHash.toString('hex'),
      checkpoint,
      seed: checkpoint && createHash('sha256').update(checkpoint).digest('hex'),
      candidates: candidates.map((one) => ({
        candidate: one.candidate,
        ...nameOf(one),
        priority: one.priority,
        reasons: [...one.reasons],
      })),
      checks: checks.map((check) => ({
        checkId: check.checkId,
        candidate: check.candidate,
        drawnBy: check.drawnBy,
        ...nameOf(check),
        ...presentFound(check, now),
      })),
    }
  })
}

export function presentFound(check: SpotCheck, now: Date) {
  return {
    opensAt: check.opensAt.toISOString(),
    dueAt: check.dueAt.toISOString(),
    state: stateOf(check, now),
    score: check.score,
    words: check.words,
    photoFileId: check.photoFileId,
    checkedAt: check.checkedAt?.toISOString() ?? null,
  }
}

function stateOf({ score, dueAt }: SpotCheck, now: Date): 'open' | 'made' | 'lapsed' {
  if (score !== null) return 'made'
  return now < dueAt ? 'open' : 'lapsed'
}

/** What the leader gave, for whoever has made the check: nobody sees it before. */
export async function readLeaderScores(db: Db, villageId: string, check: SpotCheck) {
  if (check.score === null || check.shiftId === null) return null
  const attendances = await selectAttendances(db, villageId, [check.shiftId])
  const ids = attendances.map(({ personId }) => personId)
  const names = await readPeopleNames(db, villageId, ids)
  return attendances.map(({ personId, leaderScore }) => {
    const name = names.get(personId)
    return { name: name === undefined ? null : maskName(name), score: leaderScore }
  })
}

function presentDraw(draw: SpotDraw, counts: CheckCounts | undefined) {
  return {
    drawId: draw.drawId,
    announcedAt: draw.announcedAt.toISOString(),
    kinds: [...draw.kinds],
    ratePermille: draw.ratePermille,
    randomPermille: draw.randomPermille,
    candidateCount: draw.candidates,
    drawnAt: draw.drawnAt?.toISOString() ?? null,
    drawn: counts?.drawn ?? 0,
    made: counts?.made ?? 0,
    lapsed: counts?.lapsed ?? 0,
  }
}
