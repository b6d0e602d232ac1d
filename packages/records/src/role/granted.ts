import { fields, id, integer, nullable } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { roleWord } from './role-word.ts'

export const roleGranted = defineRecord({
  kind: 'role.granted',
  version: 1,
  title: { zh: '授予身份', en: 'A role given' },
  public: fields({ role: roleWord }),
  sealed: {
    holder: { role: roleWord, groupNo: nullable(integer('group')), grantedBy: nullable(id) },
  },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{ role: 'operator' }],
  invalid: [
    { but: { role: 'king' }, problem: 'not_allowed' },
    { but: { role: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
