import { fields, id, integer, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const shopStockCorrected = defineRecord({
  kind: 'shop.stock-corrected',
  version: 1,
  title: { zh: '盘点差异', en: 'Stock corrected' },
  public: fields({
    lot: pseudonym('lot'),
    quantity: integer('pieces'),
    why: word('counted', 'spoiled', 'expired'),
  }),
  sealed: {
    proposer: { moveId: id, proposedBy: id, words },
    signer: { moveId: id, signedBy: id },
  },
})

export const about: About = {
  fields: {
    quantity: 'below zero: so many are missing',
    why: 'explained in words, which are sealed',
  },
  infer: 'that stock was found to be another than the book said, which two households signed',
  valid: [{ lot: 'HmQhQVot0AxWCPVDConQwq', quantity: -2, why: 'spoiled' }],
  invalid: [
    { but: { why: 'lost' }, problem: 'not_allowed' },
    { but: { quantity: 0.5 }, problem: 'wrong_type' },
    { but: { words: '摔破了' }, problem: 'additional_field' },
  ],
}
