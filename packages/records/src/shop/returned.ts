import { count, id, points } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { purchaseExample, purchasePublic } from './purchase-fields.ts'

export const shopReturned = defineRecord({
  kind: 'shop.returned',
  version: 1,
  title: { zh: '退回商品', en: 'Goods given back' },
  public: purchasePublic,
  sealed: {
    buyer: { purchaseId: id, quantity: count('pieces'), pointsHundredths: points, takenBy: id },
  },
})

export const about: About = {
  infer:
    'that something fetched was given back; the points stand in the week’s sum of the household',
  valid: [purchaseExample],
  invalid: [
    { but: { purchase: null }, problem: 'wrong_type' },
    { but: { quantity: 1 }, problem: 'additional_field' },
  ],
}
