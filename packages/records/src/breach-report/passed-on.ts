import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportPassedOn = defineRecord({
  kind: 'breach-report.passed-on',
  version: 1,
  title: { zh: '反映的承办人回避', en: 'Somebody stood aside from a report' },
  public: fields({ report: pseudonym('report') }),
  sealed: { judge: { report: id, passedOnBy: id } },
})

export const about: About = {
  infer: 'that somebody who would have judged declared themselves biased',
  valid: [{ report: 'RRRRRRRRRRRRRRRRRRRRRR' }],
  invalid: [
    { but: { report: undefined }, problem: 'missing_field' },
    { but: { report: null }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
