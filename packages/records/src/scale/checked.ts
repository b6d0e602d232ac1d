import { count, fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const scaleChecked = defineRecord({
  kind: 'scale.checked',
  version: 1,
  title: { zh: '校秤', en: 'A scale checked' },
  public: fields({
    scale: pseudonym('scale'),
    testGrams: count('grams'),
    readGrams: count('grams'),
    outcome: word('passed', 'failed'),
  }),
  sealed: { checker: { checkId: id, checkedBy: id } },
})

export const about: About = {
  fields: {
    testGrams: 'what the test weight weighs',
    readGrams: 'what the scale showed',
    outcome: '`failed`: nothing is weighed with it until it passes',
  },
  infer: 'how exact a scale is',
  valid: [
    { outcome: 'passed', readGrams: 20_010, scale: 'HmQhQVot0AxWCPVDConQwq', testGrams: 20_000 },
  ],
  invalid: [
    { but: { outcome: 'maybe' }, problem: 'not_allowed' },
    { but: { readGrams: -1 }, problem: 'out_of_range' },
    { but: { who: 'somebody' }, problem: 'additional_field' },
  ],
}
