import { findRatingItem } from '@azalea/scoring'
import { ratingGiven } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import {
  findOwnSubjectByPlate,
  readPhotoOwner,
  requireJoinedMember,
} from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import {
  readSheetInForce,
  scoreContribution,
  type AdoptedSheet,
  type AwardState,
  type Scoring,
} from '../../scoring/index.ts'
import type { Commands } from '../ground/commands.ts'
import { occurredAt } from '../activities/index.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'
import { insertRating, type RatingRow } from './rating.store.ts'
import { refuse } from '../ground/refusals.ts'
import { summariseStars, type Stars } from './stars.ts'

export type RateInput = {
  readonly plateCode: string
  readonly stars: number
  readonly words: string | null
  readonly photoFileId: string | null
  /** When it was given, ISO 8601, if the phone was offline; null: now. */
  readonly occurredAt: string | null
}

export type RateAnswer = {
  readonly ratingId: string
  readonly award: {
    readonly awardId: string
    readonly pointsHundredths: number
    readonly state: AwardState
  } | null
  /** The subject's stars with this rating. */
  readonly stars: Stars
}

/**
 * Gives a subject of another household one to five stars. One rating a person, subject and civil
 * day; the one of the latest day counts. It earns what the rule sheet gives for rating, if anything.
 * @throws Refusal 'stars_not_allowed', 'own_subject', 'already_rated_today', 'occurred_in_future',
 *   'occurred_too_long_ago', 'photo_not_yours'; community's for the plate and the membership
 */
export async function rateSubject(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: RateInput,
): Promise<RateAnswer> {
  if (![1, 2, 3, 4, 5].includes(input.stars)) throw refuse('stars_not_allowed')
  return act({ name: 'rate-subject', actor, key, input }, async (tx): Promise<RateAnswer> => {
    const { instant } = occurredAt(input.occurredAt, tx.now)
    const ratedOn = civilDay(instant)
    const [subject, { householdId }, sheet] = await Promise.all([
      findOwnSubjectByPlate(tx, input.plateCode),
      requireJoinedMember(tx, actor.personId, actor),
      readSheetInForce(tx.db, scoring, tx.villageId, ratedOn),
    ])
    if (subject.keeperHouseholdId === householdId)
      throw refuse('own_subject', { label: subject.label })
    await requireOwnPhoto(tx, actor.personId, input.photoFileId)
    const rating: RatingRow = {
      villageId: tx.villageId,
      ratingId: tx.newId(),
      subjectId: subject.subjectId,
      raterId: actor.personId,
      stars: input.stars,
      words: input.words,
      photoFileId: input.photoFileId,
      ratedOn,
      ratedAt: instant,
      recordedAt: tx.now,
    }
    const [counts, award] = await Promise.all([
      insertRating(tx.db, rating),
      scoreRating(tx, scoring, rating, householdId, sheet),
    ])
    if (counts === null) throw refuse('already_rated_today', { label: subject.label })
    const names = await pseudonymsOf(tx, secrets)
    const { ratingId, stars, words, photoFileId } = rating
    tx.append(
      ratingGiven({
        public: {
          subject: names.subject(rating.subjectId),
          rater: names.rater(rating.raterId, rating.ratedOn.slice(0, 7)),
          stars,
          day: ratedOn,
        },
        parts: [
          {
            personId: rating.raterId,
            payload: {
              ratingId,
              subjectId: rating.subjectId,
              ratedAt: instant.toISOString(),
              words,
              photoFileId,
            },
          },
        ],
      }),
    )
    return { ratingId, award, stars: summariseStars(counts) }
  })
}

async function requireOwnPhoto(tx: Tx, personId: string, fileId: string | null): Promise<void> {
  if (fileId === null) return
  if ((await readPhotoOwner(tx.db, tx.villageId, fileId)) !== personId)
    throw refuse('photo_not_yours')
}

/** The award for having rated; it names the rating and nobody who was rated. */
async function scoreRating(
  tx: Tx,
  scoring: Scoring,
  rating: RatingRow,
  householdId: string,
  sheet: AdoptedSheet | null,
): Promise<RateAnswer['award']> {
  const item = sheet && findRatingItem(sheet.sheet)
  if (!item) return null
  const { awardId, pointsHundredths, state } = await scoreContribution(tx, scoring, {
    personId: rating.raterId,
    householdId,
    itemRef: item.ref,
    sourceKind: 'rating',
    sourceId: rating.ratingId,
    quantity: 1,
    occurredOn: rating.ratedOn,
    recordedBy: rating.raterId,
    sheet,
  })
  return { awardId, pointsHundredths, state }
}
