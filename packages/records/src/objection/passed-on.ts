import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const objectionPassedOn = defineRecord({
  kind: 'objection.passed-on',
  version: 1,
  title: { zh: '异议的承办人回避', en: 'Somebody stood aside from an objection' },
  public: fields({ objection: pseudonym('objection') }),
  sealed: { judge: { objection: id, passedOnBy: id } },
})

export const about: About = {
  infer: 'that somebody who would have judged declared themselves biased',
  valid: [{ objection: 'OOOOOOOOOOOOOOOOOOOOOO' }],
  invalid: [
    { but: { objection: undefined }, problem: 'missing_field' },
    { but: { objection: 7 }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
