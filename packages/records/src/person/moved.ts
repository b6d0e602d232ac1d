import { fields, flag, id, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const moved = {
  fromGroup: words,
  fromHouseNo: words,
  group: words,
  houseNo: words,
  movedBy: id,
}

export const personMoved = defineRecord({
  kind: 'person.moved',
  version: 1,
  title: { zh: '一个人换了户', en: 'A person moved to another household' },
  public: fields({}),
  sealed: {
    person: { ...moved, reason: words },
    personByTwo: { ...moved, reason: words, proposedBy: id },
    personByFile: { ...moved, byFile: flag },
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
