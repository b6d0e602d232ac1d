import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const householdLeaveDropped = defineRecord({
  kind: 'household.leave-dropped',
  version: 1,
  title: { zh: '按书面登记的退出撤掉了', en: 'A leaving entered from paper dropped' },
  public: fields({}),
  sealed: { giver: { householdId: id, droppedBy: id } },
})

export const about: About = {
  infer: 'that some household’s leaving was dropped, on a day',
  valid: [{}],
  invalid: [
    { but: { household: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
