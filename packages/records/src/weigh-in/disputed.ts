import { fields, id, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const weighInDisputed = defineRecord({
  kind: 'weigh-in.disputed',
  version: 1,
  title: { zh: '过磅有争议', en: 'A weigh-in disputed' },
  public: fields({ weighIn: pseudonym('weighIn'), cause: word('grower', 'office', 'scale') }),
  sealed: { disputer: { weighInId: id, disputedBy: id, words } },
})

export const about: About = {
  fields: {
    cause: '`office`: who weighs found a slip; `scale`: it failed its check after this was weighed',
  },
  infer: 'that a weigh-in is doubted',
  valid: [{ cause: 'grower', weighIn: 'ct-sGY20-_TRxSTjreS3lf' }],
  invalid: [
    { but: { cause: 'mood' }, problem: 'not_allowed' },
    { but: { weighIn: undefined }, problem: 'missing_field' },
    { but: { words: 'too little' }, problem: 'additional_field' },
  ],
}
