import {
  eitherBy,
  fields,
  id,
  itemRef,
  month,
  nullable,
  optional,
  points,
  pseudonym,
  where,
} from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { wholeFields, wholeSealed, whyWrong } from './whole-fields.ts'
import { account } from './account.ts'

/** Of an award that stood on notice: its inputs stand in its `award.scored`. */
const noticedFields = {
  award: pseudonym('award'),
  item: itemRef,
  pointsHundredths: points,
  notice: nullable(pseudonym('notice')),
  ...account,
}

export const awardFinal = defineRecord({
  kind: 'award.final',
  version: 1,
  title: { zh: '积分入账', en: 'Points booked' },
  public: eitherBy(
    'input',
    where(fields({ ...wholeFields, month: optional(month) }), whyWrong),
    fields(noticedFields),
  ),
  sealed: { earner: wholeSealed, earnerOfNoticed: { award: id } },
})

export const about: About = {
  fields: {
    notice: 'null for one that was never on a notice',
    input: 'with `deed` and `sheet`: of an award that never was on notice',
    month: 'when it was posted in an earlier month',
  },
  infer: "as for `award.scored`; awards on notice hung on the village's wall, masked",
  valid: [
    {
      award: '3K3zQmAhF4ryRrPdN-4lSD',
      earner: 'O_gszmBS3i89iAJicLPIVy',
      household: 'tRIbfsT0PFtxSqUtoigtZ9',
      item: 'r163',
      notice: '6DowYdaYdMC-lwbqQInig3',
      pointsHundredths: 800,
    },
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
      month: '2026-09',
    },
  ],
  invalid: [
    { but: { notice: undefined }, problem: 'missing_field' },
    { but: { input: {} }, problem: 'missing_field' },
    { but: { month: '2026-09' }, problem: 'additional_field' },
    { but: { earner: 'short' }, problem: 'bad_format' },
  ],
}
