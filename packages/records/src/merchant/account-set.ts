import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const merchantAccountSet = defineRecord({
  kind: 'merchant.account-set',
  version: 1,
  title: { zh: '商户收款账户改定', en: 'A merchant’s account set' },
  public: fields({ merchant: pseudonym('merchant') }),
  sealed: {
    proposer: { merchantId: id, proposedBy: id },
    confirmer: { merchantId: id, confirmedBy: id },
  },
})

export const about: About = {
  infer: 'when one merchant had its money sent elsewhere; to where stands nowhere in the book',
  valid: [{ merchant: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { merchant: 'shop' }, problem: 'bad_format' },
    { but: { accountNumber: '6228000011110001' }, problem: 'additional_field' },
  ],
}
