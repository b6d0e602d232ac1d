import { fields, id, integer, pseudonym, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const marketProductOffered = defineRecord({
  kind: 'market-product.offered',
  version: 1,
  title: { zh: '直卖商品上架', en: 'A product of the market offered' },
  public: fields({
    product: pseudonym('marketProduct'),
    crop: text,
    grams: integer('grams', { from: 1 }),
    priceFen: integer('fen', { from: 1 }),
  }),
  sealed: {
    proposer: { productId: id, proposedBy: id },
    confirmer: { productId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    crop: 'every pack of this crop and net weight is on sale',
    priceFen: 'of a pack; another price is another product',
  },
  infer: 'what the village asks for a pack, which its market shows anyway',
  valid: [{ product: 'mP2xRk0Zp1m8tQe5YvA3cL', crop: '白菜', grams: 500, priceFen: 800 }],
  invalid: [
    { but: { priceFen: 0 }, problem: 'out_of_range' },
    { but: { grams: 0 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
