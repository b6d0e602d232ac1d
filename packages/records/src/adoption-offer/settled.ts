import { fields, id, nullable, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionOfferSettled = defineRecord({
  kind: 'adoption-offer.settled',
  version: 1,
  title: { zh: '一季认养办结', en: 'A season of adoption settled' },
  public: fields({
    adoptionOffer: pseudonym('adoptionOffer'),
    outcome: word('harvested', 'failed'),
    next: nullable(pseudonym('adoptionOffer')),
  }),
  sealed: { settler: { offerId: id, settledBy: id } },
})

const settled = { adoptionOffer: 'aO2xRk0Zp1m8tQe5YvA3cL', outcome: 'harvested', next: null }

export const about: About = {
  fields: {
    next: 'of a failed harvest that the next season makes good: whose shares its own become',
  },
  infer: 'whether a plot gave what it was adopted for',
  valid: [settled, { ...settled, outcome: 'failed', next: 'bO2xRk0Zp1m8tQe5YvA3cL' }],
  invalid: [
    { but: { outcome: 'eaten' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
