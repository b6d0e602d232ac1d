import {
  day,
  fields,
  id,
  integer,
  itemRef,
  list,
  month,
  points,
  pseudonym,
  sha256,
} from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { account } from './account.ts'

export const awardCounted = defineRecord({
  kind: 'award.counted',
  version: 1,
  title: { zh: '评星得分，几次合在一起入账', en: 'Points for rating, counted together' },
  public: fields({
    award: pseudonym('award'),
    item: itemRef,
    sheet: sha256,
    week: day,
    month,
    counts: list(integer('awards a day', { from: 1 })),
    pointsHundredths: points,
    ...account,
  }),
  sealed: {
    earner: { awards: list(fields({ award: id, source: id, day, pointsHundredths: points })) },
  },
})

export const about: About = {
  fields: {
    week: 'its Monday',
    month: 'of posting',
    counts: 'how many on each day, the most first, without the days',
  },
  infer:
    'how busily an earner rated in a week; see the threat model for how seldom that leads to a rater',
  valid: [
    {
      award: 'JZ0umtGBQ67eKxveGfAdv8',
      counts: [4],
      earner: 'hm_1FItUwjnSv-4kMY36S7',
      household: 'zfKHTAdcEXEbQihjVZWQcI',
      item: 'garden-rate',
      month: '2026-09',
      pointsHundredths: 80,
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
      week: '2026-08-31',
    },
  ],
  invalid: [
    { but: { counts: [0] }, problem: 'out_of_range' },
    { but: { week: '2026-02-30' }, problem: 'bad_format' },
    { but: { month: '2026-13' }, problem: 'bad_format' },
    { but: { counts: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
