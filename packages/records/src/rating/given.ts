import { day, fields, id, integer, moment, nullable, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const ratingGiven = defineRecord({
  kind: 'rating.given',
  version: 1,
  title: { zh: '评星', en: 'A rating' },
  public: fields({
    subject: pseudonym('subject'),
    rater: pseudonym('rater'),
    stars: integer('stars', { from: 1, to: 5 }),
    day,
  }),
  sealed: {
    rater: {
      ratingId: id,
      subjectId: id,
      ratedAt: moment,
      words: nullable(words),
      photoFileId: nullable(id),
    },
  },
})

export const about: About = {
  infer:
    "who saw somebody rate a plate on a day when nobody else did knows the rater's pseudonym of the month",
  valid: [
    {
      day: '2026-09-03',
      rater: 'ShAvl0jjkjbaPDoisGBVkW',
      stars: 3,
      subject: '89csLsqUVJgFvt9H7Kxek3',
    },
  ],
  invalid: [
    { but: { stars: 6 }, problem: 'out_of_range' },
    { but: { stars: 4.5 }, problem: 'wrong_type' },
    { but: { stars: '5' }, problem: 'wrong_type' },
    { but: { day: '2026-9-3' }, problem: 'bad_format' },
    { but: { rater: undefined }, problem: 'missing_field' },
    { but: { words: '好' }, problem: 'additional_field' },
  ],
}
