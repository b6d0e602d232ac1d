import { fields, id, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { resolutionField } from './resolution-fields.ts'

export const orderRuleAdopted = defineRecord({
  kind: 'order-rule.adopted',
  version: 1,
  title: { zh: '通过排队规则', en: 'A rule of order adopted' },
  public: fields({ rule: sha256, resolution: resolutionField }),
  sealed: {
    adopter: { orderRule: id, enteredBy: id },
    drafter: { orderRule: id, draftedBy: id },
  },
})

export const about: About = {
  fields: { rule: 'of the published rule of order', resolution: 'the vote that adopted it' },
  infer: 'public by nature',
  valid: [
    {
      resolution: { against: 17, date: '2026-09-02', eligible: 520, for: 362, present: 391 },
      rule: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
    },
  ],
  invalid: [
    { but: { resolution: {} }, problem: 'missing_field' },
    { but: { rule: 'none' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
