import { fields, id, integer, sha256, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionContractPublished = defineRecord({
  kind: 'adoption-contract.published',
  version: 1,
  title: { zh: '公示认养合同', en: 'A contract of adoption published' },
  public: fields({
    edition: integer('edition', { from: 1 }),
    failure: word('refund', 'next_season'),
    refundPermille: integer('thousandths of the price', { from: 0, to: 1000 }),
    document: sha256,
  }),
  sealed: { publisher: { publishedBy: id } },
})

const published = {
  edition: 2,
  failure: 'refund',
  refundPermille: 800,
  document: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
}

export const about: About = {
  fields: {
    edition: 'counted from 1',
    failure: 'what is done where a harvest fails: money goes back, or the next season counts',
    refundPermille: 'of the price, where money goes back; else 0',
    document: 'the text that adopters agree to',
  },
  infer: 'what adopters agree to, which is public',
  valid: [published, { ...published, failure: 'next_season', refundPermille: 0 }],
  invalid: [
    { but: { refundPermille: 1001 }, problem: 'out_of_range' },
    { but: { failure: 'luck' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
