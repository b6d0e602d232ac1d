import { day, fields, points, pseudonym, where } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletCounted = defineRecord({
  kind: 'wallet.counted',
  version: 1,
  title: {
    zh: '一户一周用掉的积分合在一起',
    en: 'A household’s spending of a week, counted together',
  },
  public: where(
    fields({ household: pseudonym('household'), week: day, spentHundredths: points }),
    ({ spentHundredths }) => (spentHundredths === 0 ? 'nothing was spent' : null),
  ),
  sealed: {},
})

export const about: About = {
  fields: {
    week: 'its Monday',
    spentHundredths:
      'all that it spent and gave away in the week, less what came back or was given to it; in and after the week of a closing also what of reserved points that had told as dropped was not, or was after all; below zero: more came',
  },
  infer:
    'how much a household spent in a week that is over; not on what or to whom, in how many pieces, or on which day',
  valid: [
    { household: 'tRIbfsT0PFtxSqUtoigtZ9', spentHundredths: 5000, week: '2026-09-07' },
    { household: 'tRIbfsT0PFtxSqUtoigtZ9', spentHundredths: -2000, week: '2026-09-14' },
  ],
  invalid: [
    { but: { spentHundredths: 0 }, problem: 'fields_disagree' },
    { but: { week: 'September' }, problem: 'bad_format' },
    { but: { good: 'r182' }, problem: 'additional_field' },
    { but: { household: undefined }, problem: 'missing_field' },
  ],
}
