import { count, fields, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const queueSettled = defineRecord({
  kind: 'queue.settled',
  version: 1,
  title: { zh: '排队办结', en: 'A queue settled' },
  public: fields({
    offer: pseudonym('offer'),
    takenQuantity: count('of the small measure'),
    leftQuantity: count('of the small measure'),
  }),
  sealed: {},
})

export const about: About = {
  fields: { takenQuantity: 'all that was accepted', leftQuantity: 'what nobody took' },
  infer: 'nothing more than the turns tell',
  valid: [{ leftQuantity: 0, offer: 'HmQhQVot0AxWCPVDConQwq', takenQuantity: 12 }],
  invalid: [
    { but: { takenQuantity: -1 }, problem: 'out_of_range' },
    { but: { leftQuantity: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
