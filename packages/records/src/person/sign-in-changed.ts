import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { signInFields, signInSealed } from './sign-in-fields.ts'

export const personSignInChanged = defineRecord({
  kind: 'person.sign-in-changed',
  version: 1,
  title: { zh: '登录号码或证件改了', en: 'A telephone or ID changed' },
  public: fields(signInFields),
  sealed: {
    byThemselves: signInSealed,
    byTwo: { ...signInSealed, proposedBy: id, confirmedBy: id },
  },
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
