import { count, fields, id, integer, pseudonym, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const roundSettled = defineRecord({
  kind: 'round.settled',
  version: 1,
  title: { zh: '收购款办结', en: 'A buying round settled' },
  public: fields({
    roundSettlement: pseudonym('roundSettlement'),
    offer: pseudonym('offer'),
    budget: pseudonym('budget'),
    no: integer('number', { from: 1 }),
    growerCount: count('growers'),
    weighInCount: count('weigh-ins'),
    netFen: integer('fen'),
    paidFen: count('fen'),
    statements: sha256,
  }),
  sealed: {
    proposer: { settlementId: id, proposedBy: id },
    confirmer: { settlementId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    no: '1 the first of a round; what is corrected later stands in the next',
    growerCount: 'who have a statement in it',
    weighInCount: 'that stand in the round by now',
    netFen:
      'what the round is worth to all growers by now, less what earlier settlements of it told',
    paidFen:
      'what is paid: less where somebody makes up for what an earlier statement gave too much',
    statements: 'of the list of hashes of all statements, a line each; they are published nowhere',
  },
  infer:
    'what a round paid in all; by the weigh-ins and prices, what each of its growers earned in it',
  valid: [
    {
      budget: 'HmQhQVot0AxWCPVDConQwq',
      growerCount: 40,
      netFen: 1_234_567,
      no: 1,
      offer: 'VmQhQVot0AxWCPVDConQwq',
      paidFen: 1_234_567,
      roundSettlement: 'ct-sGY20-_TRxSTjreS3lf',
      statements: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      weighInCount: 61,
    },
  ],
  invalid: [
    { but: { no: 0 }, problem: 'out_of_range' },
    { but: { paidFen: -1 }, problem: 'out_of_range' },
    { but: { statements: 'none' }, problem: 'bad_format' },
    { but: { payee: 'Chen' }, problem: 'additional_field' },
  ],
}
