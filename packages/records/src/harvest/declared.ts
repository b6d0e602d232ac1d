import { count, day, fields, id, pseudonym, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const harvestDeclared = defineRecord({
  kind: 'harvest.declared',
  version: 1,
  title: { zh: '申报采收', en: 'A harvest declared' },
  public: fields({
    subject: pseudonym('subject'),
    on: day,
    crop: text,
    expectedGrams: count('grams'),
  }),
  sealed: { declarer: { harvestId: id, plotId: id, declaredBy: id } },
})

export const about: About = {
  fields: { on: 'the day, on which every interval has passed' },
  infer: 'what a plot gives, and when',
  valid: [
    { subject: 'l60jiBZqOPkYirRJlSorqc', on: '2026-12-14', crop: '白菜', expectedGrams: 120_000 },
  ],
  invalid: [
    { but: { on: 'tomorrow' }, problem: 'bad_format' },
    { but: { expectedGrams: -1 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
