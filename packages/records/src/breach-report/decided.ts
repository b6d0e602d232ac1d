import { day, fields, id, itemRef, nullable, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportDecided = defineRecord({
  kind: 'breach-report.decided',
  version: 1,
  title: { zh: '反映有了决定', en: 'A report decided' },
  public: fields({
    report: pseudonym('report'),
    outcome: word('upheld', 'dismissed'),
    item: nullable(itemRef),
    appealEndsOn: day,
  }),
  sealed: { each: { report: id, decidedBy: id, reasons: words } },
})

export const about: About = {
  fields: { item: 'the rule that was broken; null where none was' },
  infer: 'how often a committee upholds, and which rules',
  valid: [
    {
      appealEndsOn: '2026-10-17',
      item: 'plot-litter',
      outcome: 'upheld',
      report: '845EAu3aeZcSRxDfxyJrmi',
    },
  ],
  invalid: [
    { but: { outcome: 'refused' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
