import { count, fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionEnded = defineRecord({
  kind: 'adoption.ended',
  version: 1,
  title: { zh: '认养结束', en: 'A share of an adoption ended' },
  public: fields({
    adoption: pseudonym('adoption'),
    outcome: word('harvested', 'failed', 'carried'),
    refundFen: count('fen'),
  }),
  sealed: { adopter: { adoptionId: id, adoptedBy: id } },
})

const ended = { adoption: 'dO2xRk0Zp1m8tQe5YvA3cL', outcome: 'harvested', refundFen: 0 }

export const about: About = {
  fields: {
    outcome: 'carried: the next season makes it good',
    refundFen: 'what goes back by the contract, or for what was due and not delivered',
  },
  infer: 'whether adopters got what they had paid for',
  valid: [ended, { ...ended, outcome: 'failed', refundFen: 102_400 }],
  invalid: [
    { but: { refundFen: -1 }, problem: 'out_of_range' },
    { but: { phone: '19800000001' }, problem: 'additional_field' },
  ],
}
