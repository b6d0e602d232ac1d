import { id, points } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { purchaseExample, purchasePublic } from './purchase-fields.ts'

export const shopRedeemed = defineRecord({
  kind: 'shop.redeemed',
  version: 1,
  title: { zh: '积分兑换', en: 'Goods fetched for points' },
  public: purchasePublic,
  sealed: {
    buyer: { purchaseId: id, pointsHundredths: points, handedBy: id, signedBy: id },
    keeper: { purchaseId: id },
  },
})

export const about: About = {
  infer: 'that something reserved was fetched; the points stand in the week’s sum of the household',
  valid: [purchaseExample],
  invalid: [
    { but: { purchase: 'soap' }, problem: 'bad_format' },
    { but: { pointsHundredths: 2000 }, problem: 'additional_field' },
  ],
}
