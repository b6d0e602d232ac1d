import { fields, id, nullable, pseudonym, text, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const subjectTold = defineRecord({
  kind: 'subject.told',
  version: 1,
  title: { zh: '讲牌子的故事', en: 'A subject’s story told' },
  public: fields({ subject: pseudonym('subject') }),
  sealed: { teller: { subjectId: id, story: words, photo: nullable(text) } },
})

export const about: About = {
  infer:
    'that a plate’s story changed, on a day; the plate itself shows it to everybody while it is told',
  valid: [{ subject: 'SSSSSSSSSSSSSSSSSSSSSS' }],
  invalid: [
    { but: { subject: undefined }, problem: 'missing_field' },
    { but: { subject: 'S' }, problem: 'bad_format' },
    { but: { story: '三代人种过' }, problem: 'additional_field' },
  ],
}
