import type { Answer } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { Delivery } from '../outbox/commands.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { ratingsMessages } from '../words/ratings-messages.ts'
import type { PlateAnswer } from './plate.ts'

export type RatingAnswer = Answer<'/api/ratings', 'post'>

export interface RatingView {
  /** Whether the server has it; otherwise it waits on the device. */
  readonly isGiven: boolean
  readonly words: string
  /** What became of an earlier one. */
  readonly replaced: string | null
  /** The plate's stars with this rating; null while nobody knows. */
  readonly starsNow: { readonly mean: number; readonly count: number } | null
  /** What the rater earned; null where nothing is known or earned, and `noAward` says the latter. */
  readonly earned: {
    readonly awardId: string
    readonly state: string
    readonly points: string
  } | null
  readonly noAward: string | null
}

interface Speech {
  readonly t: Translate<KeyOf<(typeof ratingsMessages)['zh']>>
  readonly format: Formats
}

/** What came of a rating. */
export function viewOfRating(
  delivery: Delivery<RatingAnswer>,
  given: { readonly stars: number; readonly earlier: PlateAnswer['myRating'] },
  { t, format }: Speech,
): RatingView {
  const { stars, earlier } = given
  if (delivery.state === 'waiting') {
    const words = t('kept', { count: stars })
    return { isGiven: false, words, replaced: null, starsNow: null, earned: null, noAward: null }
  }
  const { award, stars: now } = delivery.result
  return {
    isGiven: true,
    words: t('thanks', { count: stars }),
    replaced:
      earlier === null
        ? null
        : t('replaced', { day: format.day(earlier.ratedOn), count: earlier.stars }),
    starsNow:
      now.averageTenths === null ? null : { mean: now.averageTenths / 10, count: now.count },
    earned:
      award === null
        ? null
        : {
            awardId: award.awardId,
            state: t(`state_${award.state === 'final' ? 'final' : 'pending'}`),
            points: format.signedPoints(award.pointsHundredths),
          },
    noAward: award === null ? t('noAward') : null,
  }
}
