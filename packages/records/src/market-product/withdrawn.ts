import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const marketProductWithdrawn = defineRecord({
  kind: 'market-product.withdrawn',
  version: 1,
  title: { zh: '直卖商品撤回', en: 'A product of the market withdrawn' },
  public: fields({ product: pseudonym('marketProduct') }),
  sealed: { withdrawer: { productId: id, withdrawnBy: id } },
})

export const about: About = {
  infer: 'that the village sells it no more',
  valid: [{ product: 'mP2xRk0Zp1m8tQe5YvA3cL' }],
  invalid: [
    { but: { product: 'greens' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
