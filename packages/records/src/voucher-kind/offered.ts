import { count, fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherKindOffered = defineRecord({
  kind: 'voucher-kind.offered',
  version: 1,
  title: { zh: '消费券上架', en: 'A kind of voucher offered' },
  public: fields({
    voucherKind: pseudonym('voucherKind'),
    budget: pseudonym('budget'),
    pointsHundredths: count('hundredths of a point'),
    valueFen: count('fen'),
    spentBy: word('whole', 'parts'),
    validDays: count('days'),
    unspent: word('returned', 'lapsed'),
  }),
  sealed: {
    proposer: { voucherKindId: id, proposedBy: id },
    confirmer: { voucherKindId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    budget: 'from which merchants are paid',
    pointsHundredths: 'what one costs',
    valueFen: 'what merchants are owed for it',
    spentBy: '`parts`: it may be spent little by little',
    unspent: 'what becomes of the points of what nobody spent in time',
  },
  infer: 'public by nature: it stands on the price list',
  valid: [
    {
      budget: 'HmQhQVot0AxWCPVDConQwq',
      pointsHundredths: 3_000,
      spentBy: 'whole',
      unspent: 'returned',
      validDays: 60,
      valueFen: 1_000,
      voucherKind: 'VmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { unspent: 'paid out' }, problem: 'not_allowed' },
    { but: { spentBy: 'thirds' }, problem: 'not_allowed' },
    { but: { valueFen: -1 }, problem: 'out_of_range' },
    { but: { merchant: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
  ],
}
