import { count, fields, id, nullable, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const keptShareSettled = defineRecord({
  kind: 'kept-share.settled',
  version: 1,
  title: { zh: '留出的份额办结', en: 'The share that was kept settled' },
  public: fields({
    offer: pseudonym('offer'),
    keptQuantity: count('of the small measure'),
    takenQuantity: count('of the small measure'),
  }),
  sealed: {
    receiver: {
      offerId: id,
      takenQuantity: count('of the small measure'),
      enteredBy: nullable(id),
    },
  },
})

export const about: About = {
  fields: {
    keptQuantity: 'what the rule keeps for the households that the village voted to protect',
    takenQuantity: 'the sum of what they took',
  },
  infer:
    'how much went to all of them together; not to whom, nor to how many: a part is sealed of claimants who took nothing, too',
  valid: [{ keptQuantity: 15, offer: 'HmQhQVot0AxWCPVDConQwq', takenQuantity: 12 }],
  invalid: [
    { but: { takenQuantity: -1 }, problem: 'out_of_range' },
    { but: { keptQuantity: undefined }, problem: 'missing_field' },
    { but: { household: '3K3zQmAhF4ryRrPdN-4lSD' }, problem: 'additional_field' },
  ],
}
