import { fields, id, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const proposed = { reason: words, proposedBy: id }

export const personRemovalProposed = defineRecord({
  kind: 'person.removal-proposed',
  version: 1,
  title: {
    zh: '提出去世、迁出、搬进别家或删除，等人确认',
    en: 'A removal proposed, to be confirmed',
  },
  public: fields({}),
  sealed: {
    person: { ...proposed, removal: word('died', 'moved_away', 'erased') },
    personMovedIn: { ...proposed, removal: word('moved_in'), group: words, houseNo: words },
  },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}
