import { fields, id, nullable, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportReplied = defineRecord({
  kind: 'breach-report.replied',
  version: 1,
  title: { zh: '对方作了说明', en: 'A reply to a report' },
  public: fields({ report: pseudonym('report') }),
  sealed: { reported: { report: id, words: nullable(words), photo: nullable(id) } },
})

export const about: About = {
  infer: 'that the reported replied',
  valid: [{ report: '845EAu3aeZcSRxDfxyJrmi' }],
  invalid: [
    { but: { report: undefined }, problem: 'missing_field' },
    { but: { report: 'R' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
