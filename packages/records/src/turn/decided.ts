import { fields, id, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const turnDecided = defineRecord({
  kind: 'turn.decided',
  version: 1,
  title: { zh: '轮次争议有了决定', en: 'A disputed turn decided' },
  public: fields({
    offer: pseudonym('offer'),
    claimant: pseudonym('claimant'),
    objection: pseudonym('objection'),
    outcome: word('upheld', 'dismissed'),
  }),
  sealed: { party: { objectionId: id, decidedBy: id, reasons: words } },
})

export const about: About = {
  fields: { outcome: '`upheld`: the turn is struck' },
  infer: 'how a disputed turn ended, not who decided',
  valid: [
    {
      claimant: '3K3zQmAhF4ryRrPdN-4lSD',
      objection: 'ct-sGY20-_TRxSTjreS3lf',
      offer: 'HmQhQVot0AxWCPVDConQwq',
      outcome: 'dismissed',
    },
  ],
  invalid: [
    { but: { outcome: 'maybe' }, problem: 'not_allowed' },
    { but: { objection: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
