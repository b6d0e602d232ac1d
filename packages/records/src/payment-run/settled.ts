import { count, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const paymentRunSettled = defineRecord({
  kind: 'payment-run.settled',
  version: 1,
  title: { zh: '付款办结', en: 'Payments settled' },
  public: fields({
    paymentRun: pseudonym('paymentRun'),
    paidCount: count('payments'),
    paidFen: count('fen'),
    failedCount: count('payments'),
    failedFen: count('fen'),
  }),
  sealed: { enterer: { runId: id, enteredBy: id } },
})

export const about: About = {
  fields: {
    paidFen: 'what this answer, or these signatures, say was paid',
    failedFen: 'what could not be paid, and is owed again',
  },
  infer:
    'how many signed or were paid on that day, and how much in all; one payment alone is its payee’s',
  valid: [
    {
      failedCount: 1,
      failedFen: 12_345,
      paidCount: 2,
      paidFen: 234_560,
      paymentRun: 'HmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { paidFen: -1 }, problem: 'out_of_range' },
    { but: { failedCount: undefined }, problem: 'missing_field' },
    { but: { payee: 'Chen' }, problem: 'additional_field' },
  ],
}
