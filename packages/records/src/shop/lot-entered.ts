import { count, day, fields, id, itemRef, nullable, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const shopLotEntered = defineRecord({
  kind: 'shop.lot-entered',
  version: 1,
  title: { zh: '商品入库', en: 'Goods taken into stock' },
  public: fields({
    lot: pseudonym('lot'),
    good: itemRef,
    quantity: count('pieces'),
    expiresOn: nullable(day),
  }),
  sealed: { keeper: { lotId: id, unitCostFen: count('fen'), enteredBy: id } },
})

export const about: About = {
  fields: { good: 'of the sheet', expiresOn: 'the last day on which it is handed over' },
  infer: 'what the shop has, which is public; not what it cost, nor who entered it',
  valid: [{ expiresOn: '2026-12-31', good: 'r182', lot: 'HmQhQVot0AxWCPVDConQwq', quantity: 48 }],
  invalid: [
    { but: { quantity: -1 }, problem: 'out_of_range' },
    { but: { expiresOn: undefined }, problem: 'missing_field' },
    { but: { unitCostFen: 990 }, problem: 'additional_field' },
  ],
}
