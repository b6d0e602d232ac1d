import { mondayOf } from '@azalea/text'
import { judge } from './judge.ts'

/** Ratings: one a rater, subject and day; what they earn waits to be counted. */
export const ratingJudge = judge({
  keeps: ['ratings', 'ratingPoints', 'passersBy'],
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
