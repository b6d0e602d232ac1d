import { count, fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherSpent = defineRecord({
  kind: 'voucher.spent',
  version: 1,
  title: { zh: '消费券核销', en: 'A voucher spent' },
  public: fields({
    voucher: pseudonym('voucher'),
    budget: pseudonym('budget'),
    amountFen: count('fen'),
    leaves: word('nothing', 'rest'),
  }),
  sealed: {
    buyer: { voucherId: id, merchantId: id, amountFen: count('fen'), leftFen: count('fen') },
    merchant: { voucherId: id, redeemedBy: id },
  },
})

export const about: About = {
  fields: {
    budget: 'by which the merchant is owed it',
    amountFen: 'what the merchant is owed',
    leaves: '`rest`: what is left of it can be spent later',
  },
  infer:
    'that a voucher was spent on a day, and for how much; not by whom nor where: merchants are paid in one sum a month',
  valid: [
    {
      amountFen: 1_000,
      budget: 'HmQhQVot0AxWCPVDConQwq',
      leaves: 'nothing',
      voucher: '3K3zQmAhF4ryRrPdN-4lSD',
    },
  ],
  invalid: [
    { but: { amountFen: -1 }, problem: 'out_of_range' },
    { but: { leaves: undefined }, problem: 'missing_field' },
    { but: { merchant: 'VmQhQVot0AxWCPVDConQwq' }, problem: 'additional_field' },
  ],
}
