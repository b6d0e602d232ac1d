import { digits, fields, id, integer, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const gtinEntered = defineRecord({
  kind: 'gtin.entered',
  version: 1,
  title: { zh: '商品条码登记', en: 'A GTIN entered' },
  public: fields({ gtin: digits, crop: text, grams: integer('grams', { from: 1 }) }),
  sealed: { enterer: { gtin: digits, enteredBy: id } },
})

export const about: About = {
  fields: {
    gtin: 'in 14 digits',
    crop: 'packs of this crop and net weight carry it from now on',
    grams: 'net weight of a pack',
  },
  infer: 'what the village packs, which the labels tell anyway',
  valid: [{ gtin: '09506000134352', crop: '白菜', grams: 500 }],
  invalid: [
    { but: { gtin: '9506 0001' }, problem: 'bad_format' },
    { but: { grams: 0 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
