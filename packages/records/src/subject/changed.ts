import { fields, nullable, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const subjectChanged = defineRecord({
  kind: 'subject.changed',
  version: 1,
  title: { zh: '改牌', en: 'A subject changed' },
  public: fields({ subject: pseudonym('subject'), keeper: nullable(pseudonym('keeper')) }),
  sealed: {},
})

export const about: About = {
  infer: 'which plots have one keeper',
  valid: [{ subject: 'SSSSSSSSSSSSSSSSSSSSSS', keeper: 'KKKKKKKKKKKKKKKKKKKKKK' }],
  invalid: [
    { but: { keeper: undefined }, problem: 'missing_field' },
    { but: { keeper: 'K' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
