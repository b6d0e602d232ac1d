import { count, fields, id, optional, pseudonym, sha256, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const paymentRunOrdered = defineRecord({
  kind: 'payment-run.ordered',
  version: 1,
  title: { zh: '开出付款单', en: 'Payments ordered' },
  public: fields({
    paymentRun: pseudonym('paymentRun'),
    means: word('bank', 'cash'),
    paymentCount: count('payments'),
    totalFen: count('fen'),
    statement: sha256,
    corrects: optional(pseudonym('paymentRun')),
  }),
  sealed: { orderer: { runId: id, orderedBy: id } },
})

export const about: About = {
  fields: {
    statement:
      'of the statement that file, sheet and table are made from; it is in no public place',
    corrects: 'the run whose payments that failed since are ordered anew',
  },
  infer: 'how many are paid how much in all; not who, nor each sum',
  valid: [
    {
      means: 'bank',
      paymentCount: 3,
      paymentRun: 'HmQhQVot0AxWCPVDConQwq',
      statement: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      totalFen: 246_905,
    },
  ],
  invalid: [
    { but: { means: 'cheque' }, problem: 'not_allowed' },
    { but: { statement: 'none' }, problem: 'bad_format' },
    { but: { payee: 'Chen' }, problem: 'additional_field' },
  ],
}
