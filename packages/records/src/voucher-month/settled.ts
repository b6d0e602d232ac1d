import { count, fields, id, month, pseudonym, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherMonthSettled = defineRecord({
  kind: 'voucher-month.settled',
  version: 1,
  title: { zh: '消费券当月结算办结', en: 'A month of vouchers settled' },
  public: fields({
    voucherMonth: pseudonym('voucherMonth'),
    month,
    merchantCount: count('merchants'),
    redemptionCount: count('redemptions'),
    totalFen: count('fen'),
    statements: sha256,
  }),
  sealed: {
    proposer: { settlementId: id, proposedBy: id },
    confirmer: { settlementId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    redemptionCount: 'how often a voucher was spent in the month',
    totalFen: 'what merchants are paid for them in all',
    statements:
      'of the hashes of the merchants’ statements, in the order of the payments; no statement is in a public place',
  },
  infer:
    'what all merchants together are paid, which is the sum of what the log tells was spent in the month; not what each is paid, unless there is one',
  valid: [
    {
      merchantCount: 3,
      month: '2026-10',
      redemptionCount: 24,
      statements: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      totalFen: 31_500,
      voucherMonth: 'VmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { month: '2026-13' }, problem: 'bad_format' },
    { but: { totalFen: -1 }, problem: 'out_of_range' },
    { but: { statements: undefined }, problem: 'missing_field' },
    { but: { merchant: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
  ],
}
