import { count, fields, id, list, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const marketOrderEnded = defineRecord({
  kind: 'market-order.ended',
  version: 1,
  title: { zh: '直卖订单结束', en: 'An order of the market ended' },
  public: fields({
    order: pseudonym('marketOrder'),
    outcome: word('handed_over', 'refunded'),
    back: list(text),
    missing: list(text),
    refundFen: count('fen'),
  }),
  sealed: { party: { orderId: id, by: id } },
})

const ended = {
  order: 'mO2xRk0Zp1m8tQe5YvA3cL',
  outcome: 'handed_over',
  back: [],
  missing: ['261214-K7QF-017'],
  refundFen: 800,
}

export const about: About = {
  fields: {
    back: 'packs that can be sold again',
    missing: 'packs that could not be handed over, and are sold no more',
    refundFen: 'what the packs that the customer did not get had cost',
  },
  infer: 'whether somebody got what they had paid for',
  valid: [ended, { ...ended, outcome: 'refunded', back: ['261214-K7QF-017'], missing: [] }],
  invalid: [
    { but: { outcome: 'eaten' }, problem: 'not_allowed' },
    { but: { refundFen: -1 }, problem: 'out_of_range' },
    { but: { phone: '19800000001' }, problem: 'additional_field' },
  ],
}
