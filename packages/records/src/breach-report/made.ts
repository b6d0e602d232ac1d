import { day, fields, id, list, nullable, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { said } from './said.ts'

export const breachReportMade = defineRecord({
  kind: 'breach-report.made',
  version: 1,
  title: { zh: '反映一件事', en: 'A breach reported' },
  public: fields({ report: pseudonym('report'), replyDueOn: nullable(day) }),
  sealed: {
    reporter: {
      ...said,
      reported: list(id),
      channel: word('app', 'oral', 'written'),
      enteredBy: nullable(id),
    },
    reported: said,
  },
})

export const about: About = {
  fields: { replyDueOn: 'null where nobody is named yet' },
  infer: "that somebody was reported on a day; neither side's pseudonym stands there",
  valid: [{ replyDueOn: '2026-10-13', report: '845EAu3aeZcSRxDfxyJrmi' }],
  invalid: [
    { but: { replyDueOn: undefined }, problem: 'missing_field' },
    { but: { replyDueOn: '2026-10-32' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
