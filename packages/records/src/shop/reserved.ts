import { count, id, itemRef, nullable, points, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { purchaseExample, purchasePublic } from './purchase-fields.ts'

export const shopReserved = defineRecord({
  kind: 'shop.reserved',
  version: 1,
  title: { zh: '预留商品', en: 'Goods reserved' },
  public: purchasePublic,
  sealed: {
    buyer: {
      purchaseId: id,
      good: itemRef,
      quantity: count('pieces'),
      pointsHundredths: points,
      channel: word('app', 'oral', 'written'),
      enteredBy: nullable(id),
    },
  },
})

export const about: About = {
  infer: 'that something was reserved on a day; not what, for how much or by whom',
  valid: [purchaseExample],
  invalid: [
    { but: { purchase: undefined }, problem: 'missing_field' },
    { but: { good: 'r182' }, problem: 'additional_field' },
  ],
}
