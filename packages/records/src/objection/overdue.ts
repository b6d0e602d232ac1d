import { day, fields, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const objectionOverdue = defineRecord({
  kind: 'objection.overdue',
  version: 1,
  title: { zh: '异议过期未答复', en: 'An objection overdue' },
  public: fields({ objection: pseudonym('objection'), dueOn: day }),
  sealed: {},
})

export const about: About = {
  infer: 'how late a committee answers',
  valid: [{ objection: 'OOOOOOOOOOOOOOOOOOOOOO', dueOn: '2026-10-15' }],
  invalid: [
    { but: { dueOn: 'soon' }, problem: 'bad_format' },
    { but: { objection: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
