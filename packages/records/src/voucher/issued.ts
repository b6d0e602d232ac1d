import { count, day, fields, id, nullable, points, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherIssued = defineRecord({
  kind: 'voucher.issued',
  version: 1,
  title: { zh: '换得消费券', en: 'A voucher issued' },
  public: fields({ voucher: pseudonym('voucher') }),
  sealed: {
    buyer: {
      voucherId: id,
      voucherKindId: id,
      pointsHundredths: points,
      valueFen: count('fen'),
      expiresOn: day,
      channel: word('app', 'oral', 'written'),
      enteredBy: nullable(id),
    },
  },
})

export const about: About = {
  infer:
    'that some household bought a voucher; the points stand in the week’s sum of the household. Where that sum is the price of one kind, and only one voucher was issued in that week, who knows the household’s name knows which voucher is theirs',
  valid: [{ voucher: '3K3zQmAhF4ryRrPdN-4lSD' }],
  invalid: [
    { but: { voucher: undefined }, problem: 'missing_field' },
    { but: { valueFen: 1_000 }, problem: 'additional_field' },
    { but: { household: 'tRIbfsT0PFtxSqUtoigtZ9' }, problem: 'additional_field' },
  ],
}
