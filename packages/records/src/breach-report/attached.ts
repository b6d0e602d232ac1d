import { day, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { said } from './said.ts'

export const breachReportAttached = defineRecord({
  kind: 'breach-report.attached',
  version: 1,
  title: { zh: '查到当事人', en: 'Somebody found for a report' },
  public: fields({ report: pseudonym('report'), replyDueOn: day }),
  sealed: { finder: { report: id, attachedBy: id }, reported: said },
})

export const about: About = {
  infer:
    'that a report named nobody at first (its `.made` has no replyDueOn), and how long the search took',
  valid: [{ report: 'RRRRRRRRRRRRRRRRRRRRRR', replyDueOn: '2026-10-13' }],
  invalid: [
    { but: { replyDueOn: null }, problem: 'wrong_type' },
    { but: { report: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
