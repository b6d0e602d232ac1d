import { fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const holdLifted = defineRecord({
  kind: 'hold.lifted',
  version: 1,
  title: { zh: '解除召回', en: 'A recall lifted by two persons' },
  public: fields({ hold: pseudonym('hold') }),
  sealed: {
    proposer: { holdId: id, proposedBy: id, because: words },
    confirmer: { holdId: id, confirmedBy: id },
  },
})

export const about: About = {
  infer: 'when what was taken back was found to be good',
  valid: [{ hold: 'h0Ld2xRk0Zp1m8tQe5YvA3' }],
  invalid: [
    { but: { hold: undefined }, problem: 'missing_field' },
    { but: { hold: 'mine' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
