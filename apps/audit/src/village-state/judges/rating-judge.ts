import { mondayOf } from '@azalea/text'
import { judge } from './judge.ts'
import { Once } from '../once.ts'
import { RatingPoints } from '../rating-points.ts'
import { PassersBy } from '../passers-by.ts'

declare module '../parts.ts' {
  interface StateMemory {
    /** Each once for a rater, subject and day. */
    readonly ratings: Once
  }
}

const RATINGS_REMEMBERED_DAYS = 3

/** Ratings: one a rater, subject and day; what they earn waits to be counted. */
export const ratingJudge = judge({
  keeps: {
    ratings: () => new Once(RATINGS_REMEMBERED_DAYS),
    ratingPoints: () => new RatingPoints(),
    passersBy: () => new PassersBy(),
  },
  looksAt: {
    'rating.given': (state, index, { at, public: { rater, subject, day } }) => {
      state.tally.ratings += 1
      if (!state.ratings.add(`${rater} ${subject} ${day}`, day))
        state.findings.add(
          'rating_twice',
          index,
          'the same rater has rated the subject on that day',
        )
      state.passersBy.rate(subject, day)
      const points = state.ratingPoints.rate(state.sheets.inForceOn(day), rater, day)
      if (points.mostHundredths > 0) state.accounts.uncountedOn(at).made(mondayOf(day), points)
    },
  },
})
