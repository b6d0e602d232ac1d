import { mondayOf } from '@azalea/text'
import { judge } from './judge.ts'

/** Ratings: one a rater, subject and day; what they earn waits to be counted. */
export const ratingJudge = judge({
  keeps: ['ratings', 'ratingPoints', 'passersBy'],
  looksAt: {
    'rating.given': (book, index, { at, public: { rater, subject, day } }) => {
      book.tally.ratings += 1
      if (!book.ratings.add(`${rater} ${subject} ${day}`, day))
        book.findings.add('rating_twice', index, 'the same rater has rated the subject on that day')
      book.passersBy.rate(subject, day)
      const points = book.ratingPoints.rate(book.sheets.inForceOn(day), rater, day)
      if (points.mostHundredths > 0) book.accounts.uncountedOn(at).made(mondayOf(day), points)
    },
  },
})
