import { count, fields, id, pseudonym, words } from '../field.ts'
import { resolutionField } from '../order-rule/resolution-fields.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const budgetOpened = defineRecord({
  kind: 'budget.opened',
  version: 1,
  title: { zh: '设立经费', en: 'A budget opened' },
  public: fields({
    budget: pseudonym('budget'),
    mostFen: count('fen'),
    resolution: resolutionField,
  }),
  sealed: { opener: { budgetId: id, openedBy: id, name: words, number: words, what: words } },
})

export const about: About = {
  fields: { mostFen: 'what the resolution allows', resolution: 'the vote behind it' },
  infer: 'public by nature',
  valid: [
    {
      budget: 'HmQhQVot0AxWCPVDConQwq',
      mostFen: 2_000_000,
      resolution: { against: 17, date: '2026-09-02', eligible: 520, for: 362, present: 391 },
    },
  ],
  invalid: [
    { but: { mostFen: -1 }, problem: 'out_of_range' },
    { but: { resolution: undefined }, problem: 'missing_field' },
    { but: { name: '积分超市' }, problem: 'additional_field' },
  ],
}
