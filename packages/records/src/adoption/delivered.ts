import { fields, id, integer, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionDelivered = defineRecord({
  kind: 'adoption.delivered',
  version: 1,
  title: { zh: '认养交付', en: 'Something of an adoption delivered' },
  public: fields({
    adoption: pseudonym('adoption'),
    quantity: integer('grams or pieces', { from: 1 }),
  }),
  sealed: { enterer: { adoptionId: id, enteredBy: id } },
})

export const about: About = {
  fields: { quantity: 'several add up, to no more than is due to the share' },
  infer: 'when something was brought to an adopter',
  valid: [{ adoption: 'dO2xRk0Zp1m8tQe5YvA3cL', quantity: 5_000 }],
  invalid: [
    { but: { quantity: 0 }, problem: 'out_of_range' },
    { but: { address: 'a street' }, problem: 'additional_field' },
  ],
}
