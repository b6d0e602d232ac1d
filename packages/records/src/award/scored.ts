import { fields, where } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { wholeFields, wholeSealed, whyWrong } from './whole-fields.ts'

export const awardScored = defineRecord({
  kind: 'award.scored',
  version: 1,
  title: { zh: '积分算出', en: 'Points worked out' },
  public: where(fields(wholeFields), whyWrong),
  sealed: { earner: wholeSealed },
})

export const about: About = {
  fields: {
    input: 'all that `calibrate` needs',
    spotCheck: 'the candidate whose check it counts',
    corrects:
      'the award whose place it takes, with `objection` when that was disputed, with `report` when a report of its post ended otherwise than it had counted',
    report: 'with `corrects`; alone: the report that this deduction follows from',
  },
  infer:
    "who knows that only one person did this item on this day knows the earner's pseudonym, and with it all their awards",
  valid: [
    {
      award: '3K3zQmAhF4ryRrPdN-4lSD',
      deed: '82ivCOyqVISYxy2Nsn3O5B',
      earner: 'O_gszmBS3i89iAJicLPIVy',
      household: 'tRIbfsT0PFtxSqUtoigtZ9',
      input: {
        circumstances: [],
        competing: [],
        itemRef: 'r163',
        leaderScore: 4,
        occurredOn: '2026-09-06',
        prior: [],
        quantity: 1,
      },
      item: 'r163',
      pointsHundredths: 800,
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
    },
  ],
  invalid: [
    { but: { input: undefined }, problem: 'missing_field' },
    { but: { pointsHundredths: 8.5 }, problem: 'wrong_type' },
    { but: { sheet: 'a0' }, problem: 'bad_format' },
    { but: { corrects: 'CCCCCCCCCCCCCCCCCCCCCC' }, problem: 'fields_disagree' },
    { but: { objection: 'OOOOOOOOOOOOOOOOOOOOOO' }, problem: 'fields_disagree' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
