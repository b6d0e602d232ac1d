import { spotDrawDrawn } from '@azalea/records'
import { drawSpotChecks } from '@azalea/scoring'
import { canonicalJson, civilDay } from '@azalea/text'
import { createHash } from 'node:crypto'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { readHoldersOf, selectVillageIds, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Commands } from '../ground/commands.ts'
import { lockShift, minutesAfter } from '../activities/index.ts'
import { insertChecks, type SpotCheck } from './spot-check.store.ts'
import { checkers } from './spot-policy.ts'
import {
  lockDraw,
  markDrawn,
  selectCandidates,
  selectWaitingDraws,
  type Candidate,
  type SpotDraw,
} from './spot-draw.store.ts'
import { drawName } from './spot-records.ts'

/**
 * The text of the checkpoint that was the first to be published with a record in its tree; null while
 * there is none. The log is above this module, so whoever wires the modules brings it.
 */
export type CoveringCheckpoint = (
  db: Db,
  villageId: string,
  recordId: string,
) => Promise<string | null>

export interface DrawParts extends Commands {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly coveringCheckpoint: CoveringCheckpoint
}

const DAY_MINUTES = 24 * 60
/** A check is made within so many days after the shift, or after the draw. */
const SHIFT_WITHIN_DAYS = 2
const SUBJECT_WITHIN_DAYS = 7

/** Draws in every village what was announced, as soon as its checkpoint is published. */
export function drawChecksJob(parts: DrawParts): Job {
  return {
    name: 'draw-spot-checks',
    everyMinutes: 1,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => drawChecks(parts, villageId))
    },
  }
}

/**
 * Draws from each announced list whose checkpoint is published. Nothing is left to choose: list and
 * rate stand in the log, and the seed is the hash of the checkpoint.
 * @returns how many things are to be checked now
 */
export async function drawChecks(parts: DrawParts, villageId: string): Promise<number> {
  const { act, database, clock, newId, coveringCheckpoint } = parts
  const ready = await database.inVillage(villageId, async (db) => {
    const found: { drawId: string; checkpoint: string }[] = []
    for (const { drawId, recordId } of await selectWaitingDraws(db, villageId, clock.now())) {
      const checkpoint = await coveringCheckpoint(db, villageId, recordId)
      if (checkpoint !== null) found.push({ drawId, checkpoint })
    }
    return found
  })
  let drawn = 0
  for (const { drawId, checkpoint } of ready) {
    const actor = systemActor(villageId)
    const command = { name: 'draw-spot-checks', actor, key: newId(), input: { drawId } }
    drawn += await act(command, async (tx) => {
      const draw = await lockDraw(tx.db, villageId, drawId)
      return draw === null || draw.drawnAt !== null ? 0 : drawFrom(parts, tx, draw, checkpoint)
    })
  }
  return drawn
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function drawFrom(
  { secrets }: DrawParts,
  tx: Tx,
  announced: SpotDraw,
  checkpoint: string,
): Promise<number> {
  const { drawId, ratePermille, randomPermille } = announced
  const secret = await secrets.of(tx.db, tx.villageId)
  const candidates = await selectCandidates(tx.db, tx.villageId, drawId)
  const draw = drawName(secret, drawId)
  const list = { draw, ratePermille, randomPermille, candidates }
  const drawn = drawSpotChecks(sha256, sha256(checkpoint), list)
  const byName = new Map<string, (typeof candidates)[number]>(
    candidates.map((one) => [one.candidate, one]),
  )
  const checks: SpotCheck[] = []
  for (const { candidate, drawnBy } of drawn) {
    const place = byName.get(candidate)
    if (place === undefined) throw new Error(`${candidate} is not on its list`)
    const identity = { checkId: tx.newId(), drawId, candidate: place.candidate, drawnBy }
    checks.push({ ...identity, ...placeOf(place), ...(await timesOf(tx, place)), ...unmade })
  }
  await insertChecks(tx.db, tx.villageId, checks)
  await markDrawn(tx.db, tx.villageId, drawId, { at: tx.now, checkpoint })
  const [origin = '', size = '', root = ''] = checkpoint.split('\n')
  tx.append(
    spotDrawDrawn({
      public: {
        draw,
        checkpoint: { origin, size: Number(size), root },
        drawn: drawn.length,
        // One day for all: which of them ends when would tell shifts from plots.
        dueOn: civilDay(new Date(Math.max(...checks.map(({ dueAt }) => dueAt.getTime())))),
        result: sha256(canonicalJson(drawn.map((one) => ({ ...one })))),
      },
      parts: [],
    }),
  )
  await notifyCheckers(tx, checks.length)
  return checks.length
}

const unmade = {
  score: null,
  words: null,
  photoFileId: null,
  checkedBy: null,
  checkedAt: null,
  lapsedAt: null,
}

const placeOf = ({ shiftId, subjectId }: Candidate) => ({ shiftId, subjectId })

async function timesOf(tx: Tx, { shiftId }: Candidate): Promise<{ opensAt: Date; dueAt: Date }> {
  const held = shiftId === null ? null : await lockShift(tx.db, tx.villageId, shiftId, 'nothing')
  if (held === null) {
    return { opensAt: tx.now, dueAt: minutesAfter(tx.now, SUBJECT_WITHIN_DAYS * DAY_MINUTES) }
  }
  const { startsAt, endsAt } = held.shift
  const last = endsAt > tx.now ? endsAt : tx.now
  return {
    opensAt: startsAt > tx.now ? startsAt : tx.now,
    dueAt: minutesAfter(last, SHIFT_WITHIN_DAYS * DAY_MINUTES),
  }
}

async function notifyCheckers(tx: Tx, count: number): Promise<void> {
  const told = await readHoldersOf(tx.db, tx.villageId, checkers)
  await sendMessages(
    tx,
    told.map((personId) => ({ personId, kind: 'spot_check.drawn', params: { count } })),
  )
}
