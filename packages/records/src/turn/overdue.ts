import { day, fields, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const turnOverdue = defineRecord({
  kind: 'turn.overdue',
  version: 1,
  title: { zh: '轮次争议过期未答复', en: 'A disputed turn overdue' },
  public: fields({
    offer: pseudonym('offer'),
    objection: pseudonym('objection'),
    dueOn: day,
  }),
  sealed: {},
})

export const about: About = {
  fields: { dueOn: 'the day by which it was to be decided' },
  infer: 'how late disputed turns are decided',
  valid: [
    {
      dueOn: '2026-10-15',
      objection: 'ct-sGY20-_TRxSTjreS3lf',
      offer: 'HmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { dueOn: null }, problem: 'wrong_type' },
    { but: { objection: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
