import { fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { purchaseExample } from './purchase-fields.ts'

export const shopReservationEnded = defineRecord({
  kind: 'shop.reservation-ended',
  version: 1,
  title: { zh: '预留结束', en: 'A reservation ended' },
  public: fields({ purchase: pseudonym('purchase'), how: word('cancelled', 'lapsed') }),
  sealed: { buyer: { purchaseId: id } },
})

export const about: About = {
  fields: { how: '`lapsed`: nobody fetched it in time' },
  infer: 'that something reserved was not fetched',
  valid: [{ ...purchaseExample, how: 'lapsed' }],
  invalid: [
    { but: { how: 'stolen' }, problem: 'not_allowed' },
    { but: { purchase: 'soap' }, problem: 'bad_format' },
    { but: { household: 'tRIbfsT0PFtxSqUtoigtZ9' }, problem: 'additional_field' },
  ],
}
