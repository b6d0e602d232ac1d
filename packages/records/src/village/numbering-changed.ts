import { fields, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const villageNumberingChanged = defineRecord({
  kind: 'village.numbering-changed',
  version: 1,
  title: { zh: '户号编法改了', en: 'How houses are numbered changed' },
  public: fields({ numbering: word('village', 'group') }),
  sealed: {},
})

export const about: About = {
  infer: 'nothing',
  valid: [{ numbering: 'group' }],
  invalid: [
    { but: { numbering: 'street' }, problem: 'not_allowed' },
    { but: { numbering: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
