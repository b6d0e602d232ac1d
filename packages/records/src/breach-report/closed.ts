import { fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportClosed = defineRecord({
  kind: 'breach-report.closed',
  version: 1,
  title: { zh: '查不到人，了结', en: 'A report closed, nobody found' },
  public: fields({ report: pseudonym('report') }),
  sealed: { reporter: { report: id, closedBy: id, reasons: words } },
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
