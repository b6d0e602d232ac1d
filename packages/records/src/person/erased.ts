import { fields, id, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personErased = defineRecord({
  kind: 'person.erased',
  version: 1,
  title: { zh: '删除个人信息', en: 'A person’s data erased' },
  public: fields({}),
  sealed: { decider: { personId: id, reason: words, proposedBy: id, confirmedBy: id } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
