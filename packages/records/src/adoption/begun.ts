import { fields, id, integer, nullable, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionBegun = defineRecord({
  kind: 'adoption.begun',
  version: 1,
  title: { zh: '认养开始', en: 'A share of an adoption begun' },
  public: fields({
    adoption: pseudonym('adoption'),
    adoptionOffer: pseudonym('adoptionOffer'),
    shareNo: integer('share', { from: 1, to: 500 }),
    carriedFrom: nullable(pseudonym('adoption')),
  }),
  sealed: { adopter: { adoptionId: id, adoptedBy: id } },
})

const begun = {
  adoption: 'dO2xRk0Zp1m8tQe5YvA3cL',
  adoptionOffer: 'aO2xRk0Zp1m8tQe5YvA3cL',
  shareNo: 7,
  carriedFrom: null,
}

export const about: About = {
  fields: {
    shareNo: 'of the shares of the offer; nobody else has it',
    carriedFrom: 'where a failed season is made good by this one; else it was paid for',
  },
  infer: 'how many have adopted, and when; who, in no way',
  valid: [begun, { ...begun, carriedFrom: 'eO2xRk0Zp1m8tQe5YvA3cL' }],
  invalid: [
    { but: { shareNo: 0 }, problem: 'out_of_range' },
    { but: { phone: '19800000001' }, problem: 'additional_field' },
  ],
}
