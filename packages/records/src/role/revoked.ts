import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { roleWord } from './role-word.ts'

export const roleRevoked = defineRecord({
  kind: 'role.revoked',
  version: 1,
  title: { zh: '收回身份', en: 'A role taken back' },
  public: fields({ role: roleWord }),
  sealed: { holder: { role: roleWord, revokedBy: id } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{ role: 'technician' }],
  invalid: [
    { but: { role: 'king' }, problem: 'not_allowed' },
    { but: { role: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
