import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const merchantEnded = defineRecord({
  kind: 'merchant.ended',
  version: 1,
  title: { zh: '商户合作结束', en: 'A merchant’s part ended' },
  public: fields({ merchant: pseudonym('merchant') }),
  sealed: { ender: { merchantId: id, endedBy: id } },
})

export const about: About = {
  infer: 'that one merchant takes vouchers no more',
  valid: [{ merchant: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { merchant: null }, problem: 'wrong_type' },
    { but: { reason: '关门' }, problem: 'additional_field' },
  ],
}
