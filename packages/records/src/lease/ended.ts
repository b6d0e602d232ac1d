import { fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const leaseEnded = defineRecord({
  kind: 'lease.ended',
  version: 1,
  title: { zh: '租期结束', en: 'A lease ended before its season' },
  public: fields({ lease: pseudonym('lease'), as: word('released', 'transferred') }),
  sealed: { holder: { leaseId: id } },
})

export const about: About = {
  fields: { as: '`released`: given back to the village; `transferred`: another lease follows' },
  infer: 'that a plot became free, or somebody else’s, on a day',
  valid: [{ lease: '3K3zQmAhF4ryRrPdN-4lSD', as: 'released' }],
  invalid: [
    { but: { as: 'sold' }, problem: 'not_allowed' },
    { but: { lease: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
