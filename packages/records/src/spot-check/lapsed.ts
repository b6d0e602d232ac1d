import { fields, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const spotCheckLapsed = defineRecord({
  kind: 'spot-check.lapsed',
  version: 1,
  title: { zh: '抽查过期没有做', en: 'A spot check not made in time' },
  public: fields({ draw: pseudonym('draw'), candidate: pseudonym('candidate') }),
  sealed: {},
})

export const about: About = {
  infer: 'that nobody made it in time',
  valid: [{ draw: 'DDDDDDDDDDDDDDDDDDDDDD', candidate: 'CCCCCCCCCCCCCCCCCCCCCC' }],
  invalid: [
    { but: { candidate: undefined }, problem: 'missing_field' },
    { but: { draw: 1 }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
