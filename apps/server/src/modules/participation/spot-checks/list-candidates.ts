import { findItem } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readPeople, selectSubjectsOf, type Subject } from '../../community/index.ts'
import { readSheetInForce, type Scoring } from '../../scoring/index.ts'
import { type SubjectScore, scorePassersBy, selectRings, selectScores } from '../ratings/index.ts'
import { minutesAfter, plannedMinutes } from '../activities/index.ts'
import type { SpotKind, SpotReason } from '../ground/tables.ts'
import {
  selectCheckedSubjects,
  selectShiftsToCheck,
  type Candidate,
  type ShiftToCheck,
} from './spot-draw.store.ts'

const DAY_MINUTES = 24 * 60
/** Shifts of open activities: over for so long at most, or about to begin. */
const SHIFT_ENDED_DAYS = 2
const SHIFT_AHEAD_DAYS = 7
/** A plot or yard is not drawn again so soon. */
const REST_DAYS = 30
/** How much one reason can say: an interval of four stars, or a disagreement of four. */
const MOST_HUNDREDTHS = 400
const RING_PRIORITY = 500
const STAKE_A_PERSON_HOUR = 10
/** From here on a reason is told to those who read the list. */
const WORTH_TELLING = 100

export type Unnamed = Omit<Candidate, 'candidate'>

/**
 * Everything of the wanted kinds that may be checked now, and how much a check of it would matter:
 * for a plot or yard the width of its score's interval, and more where its keepers are in a ring that
 * was found; for a shift the person-hours that depend on it, and how far its leader and passers-by disagree.
 */
export async function listCandidates(
  db: Db,
  scoring: Scoring,
  villageId: string,
  kinds: readonly SpotKind[],
  now: Date,
): Promise<Unnamed[]> {
  const shifts = kinds.includes('shift') ? await listShifts(db, scoring, villageId, now) : []
  const wanted = kinds.flatMap((kind) => (kind === 'shift' ? [] : [kind]))
  const subjects = wanted.length > 0 ? await selectSubjectsOf(db, villageId, wanted) : []
  if (subjects.length === 0) return shifts
  const resting = await selectCheckedSubjects(
    db,
    villageId,
    minutesAfter(now, -REST_DAYS * DAY_MINUTES),
  )
  const scores = await selectScores(db, villageId, null)
  const ringed = await householdsInRings(db, villageId)
  return [
    ...shifts,
    ...subjects
      .filter(({ subjectId }) => !resting.has(subjectId))
      .map((subject) => subjectCandidate(subject, scores.get(subject.subjectId), ringed)),
  ]
}

function subjectCandidate(
  { subjectId, keeperHouseholdId }: Subject,
  score: SubjectScore | undefined,
  ringed: ReadonlySet<string>,
): Unnamed {
  const width = score ? Math.min(MOST_HUNDREDTHS, score.highHundredths - score.lowHundredths) : 0
  const isInRing = keeperHouseholdId !== null && ringed.has(keeperHouseholdId)
  const reasons: SpotReason[] = []
  if (isInRing) reasons.push('ring')
  if (width >= WORTH_TELLING) reasons.push('wide_interval')
  return { shiftId: null, subjectId, priority: width + (isInRing ? RING_PRIORITY : 0), reasons }
}

async function householdsInRings(db: Db, villageId: string): Promise<Set<string>> {
  const rings = await selectRings(db, villageId)
  const ids = [...new Set(rings.flatMap(({ memberIds }) => memberIds))]
  const people = await readPeople(db, villageId, ids)
  return new Set([...people.values()].map(({ householdId }) => householdId))
}

async function listShifts(
  db: Db,
  scoring: Scoring,
  villageId: string,
  now: Date,
): Promise<Unnamed[]> {
  const found = await selectShiftsToCheck(db, villageId, {
    from: minutesAfter(now, -SHIFT_ENDED_DAYS * DAY_MINUTES),
    to: minutesAfter(now, SHIFT_AHEAD_DAYS * DAY_MINUTES),
  })
  const candidates: Unnamed[] = []
  for (const one of found) {
    if (one.people === 0 || !(await asksForCheck(db, scoring, villageId, one))) continue
    candidates.push(await shiftCandidate(db, villageId, one))
  }
  return candidates
}

async function asksForCheck(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { shift, activity }: ShiftToCheck,
): Promise<boolean> {
  const sheet = await readSheetInForce(db, scoring, villageId, civilDay(shift.startsAt))
  const item = sheet && findItem(sheet.sheet, activity.itemRef)
  return item?.stages.some(({ stage }) => stage === 'spot_check') ?? false
}

async function shiftCandidate(
  db: Db,
  villageId: string,
  { shift, people, leaderHundredths }: ShiftToCheck,
): Promise<Unnamed> {
  const personHours = Math.floor((people * plannedMinutes(shift)) / 60)
  const stake = Math.min(MOST_HUNDREDTHS, STAKE_A_PERSON_HOUR * personHours)
  const { postSubjectId } = shift
  const passers =
    leaderHundredths === null || postSubjectId === null
      ? null
      : await scorePassersBy(db, villageId, postSubjectId, shift, new Set())
  const apart = passers ? Math.abs(passers.meanStarsHundredths - (leaderHundredths ?? 0)) : 0
  const reasons: SpotReason[] = []
  if (stake >= WORTH_TELLING) reasons.push('stake')
  if (apart >= WORTH_TELLING) reasons.push('disagreement')
  return { shiftId: shift.shiftId, subjectId: null, priority: stake + apart, reasons }
}
