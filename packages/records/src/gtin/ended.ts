import { digits, fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const gtinEnded = defineRecord({
  kind: 'gtin.ended',
  version: 1,
  title: { zh: '商品条码结束使用', en: 'A GTIN ended' },
  public: fields({ gtin: digits }),
  sealed: { ender: { gtin: digits, endedBy: id } },
})

export const about: About = {
  fields: { gtin: 'no pack carries it that is packed from now on' },
  infer: 'that the village gives it no more',
  valid: [{ gtin: '09506000134352' }],
  invalid: [
    { but: { gtin: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
