import { fields, id, integer, list, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const marketOrderSold = defineRecord({
  kind: 'market-order.sold',
  version: 1,
  title: { zh: '直卖售出', en: 'Packs sold at the market' },
  public: fields({
    order: pseudonym('marketOrder'),
    means: word('online', 'cash'),
    packs: list(fields({ pack: text, product: pseudonym('marketProduct') })),
    totalFen: integer('fen', { from: 1 }),
  }),
  sealed: { party: { orderId: id, by: id } },
})

const sold = {
  order: 'mO2xRk0Zp1m8tQe5YvA3cL',
  means: 'online',
  packs: [{ pack: '261214-K7QF-017', product: 'mP2xRk0Zp1m8tQe5YvA3cL' }],
  totalFen: 800,
}

export const about: About = {
  fields: {
    order: 'another one for each order: two orders of one customer cannot be linked',
    packs: 'by the numbers on their labels',
  },
  infer: 'which packs went together, and when; whoever holds one of them learns what came with it',
  valid: [sold, { ...sold, means: 'cash' }],
  invalid: [
    { but: { totalFen: 0 }, problem: 'out_of_range' },
    { but: { means: 'barter' }, problem: 'not_allowed' },
    { but: { phone: '19800000001' }, problem: 'additional_field' },
  ],
}
