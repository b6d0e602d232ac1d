import { fields, id, nullable, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportWithdrawn = defineRecord({
  kind: 'breach-report.withdrawn',
  version: 1,
  title: { zh: '反映已撤回', en: 'A report withdrawn' },
  public: fields({ report: pseudonym('report') }),
  sealed: { reporter: { report: id, withdrawnBy: id, words: nullable(words) } },
})

export const about: About = {
  infer: 'that a report ended without a decision',
  valid: [{ report: 'RRRRRRRRRRRRRRRRRRRRRR' }],
  invalid: [
    { but: { report: undefined }, problem: 'missing_field' },
    { but: { report: null }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
