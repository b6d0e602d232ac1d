import { count, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const budgetClosed = defineRecord({
  kind: 'budget.closed',
  version: 1,
  title: { zh: '经费结账', en: 'A budget closed' },
  public: fields({ budget: pseudonym('budget'), spentFen: count('fen') }),
  sealed: { closer: { budgetId: id, closedBy: id } },
})

export const about: About = {
  fields: { spentFen: 'what was spent of it, in all' },
  infer: 'public by nature; not who was paid',
  valid: [{ budget: 'HmQhQVot0AxWCPVDConQwq', spentFen: 1_846_050 }],
  invalid: [
    { but: { spentFen: -1 }, problem: 'out_of_range' },
    { but: { budget: 'shop' }, problem: 'bad_format' },
    { but: { payee: 'Chen' }, problem: 'additional_field' },
  ],
}
