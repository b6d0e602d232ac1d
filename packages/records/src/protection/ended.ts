import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const protectionEnded = defineRecord({
  kind: 'protection.ended',
  version: 1,
  title: { zh: '一户的照顾结束', en: 'Protection ended' },
  public: fields({}),
  sealed: { enterer: { householdId: id } },
})

export const about: About = {
  infer: 'that it happened, on a day; not for whom',
  valid: [{}],
  invalid: [
    { but: { household: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
