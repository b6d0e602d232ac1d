import { fields, id, moment } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const householdLeaveEntered = defineRecord({
  kind: 'household.leave-entered',
  version: 1,
  title: {
    zh: '按书面登记退出，等待生效',
    en: 'A household’s leaving entered from paper, waiting',
  },
  public: fields({}),
  sealed: { giver: { householdId: id, recordedBy: id, takesEffectAt: moment } },
})

export const about: About = {
  infer: 'that some household’s leaving was entered, on a day',
  valid: [{}],
  invalid: [
    { but: { household: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
