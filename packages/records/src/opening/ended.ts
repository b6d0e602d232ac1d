import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const openingEnded = defineRecord({
  kind: 'opening.ended',
  version: 1,
  title: { zh: '启封结束', en: 'An opening ended' },
  public: fields({ opening: pseudonym('opening') }),
  sealed: { ender: { opening: id, by: id } },
})

export const about: About = {
  infer: 'that an auditor may look no longer',
  valid: [{ opening: 'OOOOOOOOOOOOOOOOOOOOOO' }],
  invalid: [
    { but: { opening: undefined }, problem: 'missing_field' },
    { but: { opening: null }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
