import { fields, id, nullable, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const deedDecided = defineRecord({
  kind: 'deed.decided',
  version: 1,
  title: { zh: '事迹有了结果', en: 'A deed decided' },
  public: fields({ deed: pseudonym('deed'), decision: word('accept', 'refuse') }),
  sealed: { earner: { contribution: id, decidedBy: id, reason: nullable(words) } },
})

export const about: About = {
  infer: 'as for awards',
  valid: [{ decision: 'accept', deed: '1sAZQ8etbRmoSHVuJv_k-2' }],
  invalid: [
    { but: { decision: 'perhaps' }, problem: 'not_allowed' },
    { but: { deed: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
