import { day, fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportAppealed = defineRecord({
  kind: 'breach-report.appealed',
  version: 1,
  title: { zh: '对决定提出申诉', en: 'An appeal made' },
  public: fields({ report: pseudonym('report'), dueOn: day }),
  sealed: { appellant: { report: id, appealedBy: id, words } },
})

export const about: About = {
  infer: 'that a decision is appealed',
  valid: [{ dueOn: '2026-11-06', report: 't8gZ9hB72hEIOlz8CPD572' }],
  invalid: [
    { but: { dueOn: undefined }, problem: 'missing_field' },
    { but: { dueOn: 20261106 }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
