import { fields, id, integer, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionOfferHarvested = defineRecord({
  kind: 'adoption-offer.harvested',
  version: 1,
  title: { zh: '认养的收成', en: 'A harvest of what is adopted' },
  public: fields({
    adoptionOffer: pseudonym('adoptionOffer'),
    quantity: integer('grams or pieces', { from: 1 }),
  }),
  sealed: { enterer: { offerId: id, enteredBy: id } },
})

export const about: About = {
  fields: { quantity: 'of what is adopted; several add up' },
  infer: 'how much a plot gave, without the day of its harvest',
  valid: [{ adoptionOffer: 'aO2xRk0Zp1m8tQe5YvA3cL', quantity: 180_000 }],
  invalid: [
    { but: { quantity: 0 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
