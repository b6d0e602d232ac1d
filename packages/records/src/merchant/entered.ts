import { fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const merchantEntered = defineRecord({
  kind: 'merchant.entered',
  version: 1,
  title: { zh: '登记商户', en: 'A merchant entered' },
  public: fields({ merchant: pseudonym('merchant') }),
  sealed: { enterer: { merchantId: id, name: words, enteredBy: id } },
})

export const about: About = {
  infer: 'that there is one merchant more; which one is told where vouchers are sold',
  valid: [{ merchant: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { merchant: 'shop' }, problem: 'bad_format' },
    { but: { name: '村口小店' }, problem: 'additional_field' },
  ],
}
