import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import {
  findSubjectByPlate,
  maskName,
  mayWriteStory,
  readHouseholds,
  readVillage,
  selectPictureOf,
  type HouseholdBrief,
  type PlateSubject,
} from '../../community/index.ts'
import { scoreSubject } from './fair-scores/score-subject.ts'
import { permission } from '../../../platform/http/permission.ts'
import { whyNoRating } from './rating-rules.ts'
import {
  countStars,
  selectLatestRatingBy,
  selectRecentRatings,
  type ShownRating,
} from './rating.store.ts'
import type { Reader, Readers } from '../ground/readers.ts'
import { countPlaces, selectShiftsAt } from '../activities/index.ts'
import { summariseStars } from './stars.ts'

const RECENT_RATINGS = 10
const UPCOMING_SHIFTS = 8

/**
 * The public page of a plate. Who rated is never told; what raters wrote and photographed is shown to
 * the village's own people only, since it may speak of persons.
 * @throws Refusal community's 'plate_check_failed', 'unknown_plate'
 */
export async function readPlate(
  { database, clock }: Pick<Readers, 'database' | 'clock'>,
  { actor, language }: Reader<Actor | null>,
  code: string,
) {
  const subject = await findSubjectByPlate(database, code)
  const { villageId, subjectId } = subject
  const now = clock.now()
  const insider = actor?.villageId === villageId ? actor : null
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    const stars = summariseStars(await countStars(db, villageId, subjectId))
    const recent = await selectRecentRatings(db, villageId, subjectId, RECENT_RATINGS)
    const households = await readHouseholds(
      db,
      villageId,
      [subject.keeperHouseholdId, insider?.householdId].flatMap((id) => id ?? []),
    )
    const myRating =
      insider && (await selectLatestRatingBy(db, villageId, subjectId, insider.personId))
    const refusal = whyNoRating({
      actor,
      subject,
      joined: households.get(insider?.householdId ?? '')?.joined ?? false,
      ratedToday: myRating?.ratedOn === civilDay(now),
    })
    const post = subject.kind === 'post' ? await readPost(db, subject, now) : undefined
    return {
      code: subject.code,
      villageId,
      villageName: village?.name ?? '',
      subject: {
        ...presentSubject(subject, insider, households),
        photo: await selectPictureOf(db, villageId, subject.photoFileId),
        mayWriteStory: insider !== null && mayWriteStory(insider, subject),
      },
      stars,
      fairScore: await scoreSubject(db, villageId, subjectId),
      myRating,
      canRate: permission(refusal, language),
      recent: insider ? recent : recent.map(withoutContents),
      ...(post ? { post } : {}),
    }
  })
}

/** Words and pictures may be of persons: they stay in the village. */
function withoutContents(rating: ShownRating): ShownRating {
  return { ...rating, words: null, photoFileId: null }
}

function presentSubject(
  subject: PlateSubject,
  insider: Actor | null,
  households: ReadonlyMap<string, HouseholdBrief>,
) {
  const { subjectId, kind, label, groupNo, groupName, story, keeperHouseholdId } = subject
  const keeper = households.get(keeperHouseholdId ?? '')
  const isMine = keeperHouseholdId !== null && keeperHouseholdId === insider?.householdId
  const named = keeper !== undefined && (isMine || keeper.headPublishesName)
  const keeperName = named ? keeper.headName : keeper && maskName(keeper.headName)
  return { subjectId, kind, label, groupNo, groupName, story, keeper: keeperName ?? null, isMine }
}

/** What goes on at a post next. */
async function readPost(db: Db, { villageId, subjectId }: PlateSubject, now: Date) {
  const span = { from: now, to: null, limit: UPCOMING_SHIFTS }
  const upcoming = await selectShiftsAt(db, villageId, { postSubjectId: subjectId }, span)
  const ids = upcoming.map(({ shift }) => shift.shiftId)
  const places = await countPlaces(db, villageId, ids)
  return {
    upcoming: upcoming.map(({ shift, activity }) => ({
      shiftId: shift.shiftId,
      activityId: activity.activityId,
      title: activity.title,
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
      quota: shift.quota,
      taken: places.get(shift.shiftId)?.confirmed ?? 0,
    })),
  }
}
