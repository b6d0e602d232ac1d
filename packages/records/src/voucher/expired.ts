import { count, fields, id, points, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherExpired = defineRecord({
  kind: 'voucher.expired',
  version: 1,
  title: { zh: '消费券到期', en: 'A voucher expired' },
  public: fields({ voucher: pseudonym('voucher') }),
  sealed: { buyer: { voucherId: id, leftFen: count('fen'), returnedHundredths: points } },
})

export const about: About = {
  infer:
    'that a voucher, or the rest of one, was not spent in time, or that no merchant takes it any more',
  valid: [{ voucher: '3K3zQmAhF4ryRrPdN-4lSD' }],
  invalid: [
    { but: { voucher: 'ten yuan' }, problem: 'bad_format' },
    { but: { returnedHundredths: 3_000 }, problem: 'additional_field' },
  ],
}
