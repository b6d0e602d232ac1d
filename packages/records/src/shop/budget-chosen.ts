import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const shopBudgetChosen = defineRecord({
  kind: 'shop.budget-chosen',
  version: 1,
  title: { zh: '超市改用经费', en: 'The shop’s budget chosen' },
  public: fields({ budget: pseudonym('budget') }),
  sealed: { chooser: { budgetId: id, chosenBy: id } },
})

export const about: About = {
  fields: { budget: 'from which what the shop hands over is paid' },
  infer: 'public by nature',
  valid: [{ budget: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { budget: 'shop' }, problem: 'bad_format' },
    { but: { mostFen: 1 }, problem: 'additional_field' },
  ],
}
