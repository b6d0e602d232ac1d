import { count, day, fields, id, optional, pseudonym, sha256 } from '../field.ts'
import { resolutionField } from '../order-rule/resolution-fields.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const yearEndShared = defineRecord({
  kind: 'year-end.shared',
  version: 1,
  title: { zh: '年终分配分好', en: 'A year-end pool shared out' },
  public: fields({
    yearEnd: pseudonym('yearEnd'),
    budget: pseudonym('budget'),
    poolFen: count('fen'),
    through: day,
    before: optional(day),
    totalHundredths: count('hundredths of a point'),
    householdCount: count('households'),
    shares: sha256,
    resolution: resolutionField,
  }),
  sealed: {
    proposer: { yearEndId: id, proposedBy: id },
    confirmer: { yearEndId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    poolFen: 'what is shared; with what else the budget paid at most what its vote allows',
    through: 'the daily statement up to which honour counts',
    before: 'the statement whose honour does not count any more; absent: all counts',
    totalHundredths: 'the points of all joined households that have any',
    shares:
      'of the list of shares, which anybody works out from the statements; it is published nowhere',
    resolution: 'the vote behind the budget',
  },
  infer:
    'who knows which pseudonym a household has knows its honour already, and by it what it was paid: pool, points and honour give every share',
  valid: [
    {
      budget: 'HmQhQVot0AxWCPVDConQwq',
      householdCount: 3,
      poolFen: 500_000,
      resolution: { against: 17, date: '2026-09-02', eligible: 520, for: 362, present: 391 },
      shares: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      through: '2026-12-30',
      totalHundredths: 1_234_500,
      yearEnd: 'VmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { poolFen: -1 }, problem: 'out_of_range' },
    { but: { through: '2026-02-30' }, problem: 'bad_format' },
    { but: { shares: undefined }, problem: 'missing_field' },
    { but: { household: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
  ],
}
