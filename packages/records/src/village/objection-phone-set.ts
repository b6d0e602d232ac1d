import { fields, id, nullable, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const villageObjectionPhoneSet = defineRecord({
  kind: 'village.objection-phone-set',
  version: 1,
  title: { zh: '定异议电话', en: 'Telephone for objections set' },
  public: fields({ phone: nullable(text) }),
  sealed: { setter: { setBy: id } },
})

export const about: About = {
  fields: { phone: 'null: none' },
  infer: 'nothing: it stands on every notice',
  valid: [{ phone: '19900000015' }],
  invalid: [
    { but: { phone: undefined }, problem: 'missing_field' },
    { but: { phone: 199 }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
