import { fields, id, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const householdHeadNamed = defineRecord({
  kind: 'household.head-named',
  version: 1,
  title: { zh: '换户主', en: 'A head of household named' },
  public: fields({}),
  sealed: { each: { head: id, reason: words, namedBy: id } },
})

export const about: About = {
  infer: 'that an entry of the roster was changed, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
