import type { Actor, Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { areKin, readSubjects } from '../../community/index.ts'
import { lockShift, selectAttendances, selectSignUps } from '../activities/index.ts'
import { selectJudgements } from '../ratings/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { SpotCheck } from './spot-check.store.ts'

/** Who announces a draw. */
export const announcers: readonly Role[] = ['committee', 'town_officer']
/** Who goes and looks. */
export const checkers: readonly Role[] = ['town_officer', 'technician']
/** Who is told of checks that nobody made in time. */
export const lapseReaders: readonly Role[] = ['supervisor', 'town_officer']
/** Who reads lists, draws and what was found. */
export const drawReaders: readonly Role[] = [
  'committee',
  'supervisor',
  'town_officer',
  'technician',
  'auditor',
]

/**
 * Whoever checks has no part in it: announced nothing, initiated, led, signed up for or scored
 * nothing of the shift, has not rated it, keeps nothing of it, and lives with nobody who did.
 * @throws Refusal 'own_draw', 'check_took_part', 'check_of_household', 'check_of_rated'
 */
export async function requireIndependentChecker(
  db: Db,
  actor: Actor,
  check: SpotCheck,
  announcedBy: string,
): Promise<void> {
  if (await areKin(db, actor.villageId, actor.personId, [announcedBy])) throw refuse('own_draw')
  if (check.shiftId !== null) await requireApartFromShift(db, actor, check.shiftId)
  if (check.subjectId !== null) await requireApartFromSubject(db, actor, check.subjectId)
}

async function requireApartFromShift(db: Db, actor: Actor, shiftId: string): Promise<void> {
  const { villageId, personId } = actor
  const held = await lockShift(db, villageId, shiftId, 'nothing')
  if (held === null) throw refuse('unknown_shift')
  const attendances = await selectAttendances(db, villageId, [shiftId])
  const signUps = await selectSignUps(db, villageId, [shiftId])
  const involved = new Set([
    held.activity.initiatorId,
    held.activity.leaderId,
    ...attendances.flatMap(({ personId: id, scoredBy }) => [id, ...(scoredBy ? [scoredBy] : [])]),
    ...signUps.map((one) => one.personId),
  ])
  if (involved.has(personId)) throw refuse('check_took_part')
  if (await areKin(db, actor.villageId, personId, [...involved])) throw refuse('check_of_household')
}

async function requireApartFromSubject(db: Db, actor: Actor, subjectId: string): Promise<void> {
  const { villageId, personId, householdId } = actor
  const subject = (await readSubjects(db, villageId, [subjectId])).get(subjectId)
  const keeper = subject?.keeperHouseholdId ?? null
  if (keeper !== null && keeper === householdId) throw refuse('check_of_household')
  const judgements = await selectJudgements(db, villageId, subjectId)
  const raters = judgements.filter((one) => !one.isSpotCheck).map((one) => one.personId)
  if (await areKin(db, villageId, personId, raters)) throw refuse('check_of_rated')
}
