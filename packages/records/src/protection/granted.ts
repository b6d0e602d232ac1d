import { day, fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const protectionGranted = defineRecord({
  kind: 'protection.granted',
  version: 1,
  title: { zh: '批准一户受照顾', en: 'Protection granted' },
  public: fields({}),
  sealed: { enterer: { householdId: id, resolvedOn: day } },
})

export const about: About = {
  infer: 'that it happened, on a day; not for whom',
  valid: [{}],
  invalid: [
    { but: { household: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
