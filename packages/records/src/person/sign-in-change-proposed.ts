import { fields, id, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { signInFields, signInSealed } from './sign-in-fields.ts'

export const personSignInChangeProposed = defineRecord({
  kind: 'person.sign-in-change-proposed',
  version: 1,
  title: { zh: '提出改登录号码或证件', en: 'A change of telephone or ID proposed' },
  public: fields(signInFields),
  sealed: { person: { ...signInSealed, proposedBy: id, reason: words } },
})

export const about: About = {
  infer: "that somebody's sign-in was touched, on a day",
  valid: [{ what: ['phone'], by: 'two' }],
  invalid: [
    { but: { what: ['name'] }, problem: 'not_allowed' },
    { but: { by: 'nobody' }, problem: 'not_allowed' },
    { but: { what: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
