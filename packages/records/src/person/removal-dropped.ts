import { fields, id, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personRemovalDropped = defineRecord({
  kind: 'person.removal-dropped',
  version: 1,
  title: { zh: '撤掉去世、迁出、搬进别家或删除的提议', en: 'A proposed removal dropped' },
  public: fields({}),
  sealed: { person: { removal: word('died', 'moved_away', 'erased', 'moved_in'), droppedBy: id } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
