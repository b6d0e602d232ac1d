import { fields, id, itemRef, nullable, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const breachReportSettled = defineRecord({
  kind: 'breach-report.settled',
  version: 1,
  title: { zh: '反映办结', en: 'A report settled' },
  public: fields({
    report: pseudonym('report'),
    outcome: word('upheld', 'dismissed'),
    item: nullable(itemRef),
    appeal: nullable(word('confirmed', 'changed')),
    award: nullable(pseudonym('award')),
  }),
  sealed: { each: { report: id, decidedBy: id, reasons: nullable(words) } },
})

export const about: About = {
  fields: { appeal: 'how it was answered; null where there was none', award: 'the deduction' },
  infer: "that this account's deduction ended that report",
  valid: [
    {
      appeal: null,
      award: '48BtjLkZtaE_0nwcjYynAc',
      item: 'plot-litter',
      outcome: 'upheld',
      report: '845EAu3aeZcSRxDfxyJrmi',
    },
  ],
  invalid: [
    { but: { appeal: 'upheld' }, problem: 'not_allowed' },
    { but: { award: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
