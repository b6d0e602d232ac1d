import { fields, integer } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const villageFounded = defineRecord({
  kind: 'village.founded',
  version: 1,
  title: { zh: '建村', en: 'The village founded' },
  public: fields({ optInVersion: integer('version', { from: 1 }) }),
  sealed: {},
})

export const about: About = {
  fields: { optInVersion: 'of the words that households agree to' },
  infer: 'that it happened, on a day',
  valid: [{ optInVersion: 1 }],
  invalid: [
    { but: { optInVersion: undefined }, problem: 'missing_field' },
    { but: { optInVersion: '1' }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
