import { fields, id, integer, nullable, optional, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const leaseBegun = defineRecord({
  kind: 'lease.begun',
  version: 1,
  title: { zh: '地块租期开始，已接受公约', en: 'A lease begun and the convention accepted' },
  public: fields({
    lease: pseudonym('lease'),
    growingSeason: pseudonym('growingSeason'),
    subject: pseudonym('subject'),
    holder: pseudonym('holder'),
    edition: integer('edition', { from: 1 }),
    from: optional(pseudonym('lease')),
  }),
  sealed: {
    holder: {
      leaseId: id,
      plotId: id,
      channel: word('app', 'oral', 'written'),
      enteredBy: nullable(id),
    },
  },
})

const begun = {
  lease: '3K3zQmAhF4ryRrPdN-4lSD',
  growingSeason: 'HmQhQVot0AxWCPVDConQwq',
  subject: 'l60jiBZqOPkYirRJlSorqc',
  holder: 'tRIbfsT0PFtxSqUtoigtZ9',
  edition: 2,
}

export const about: About = {
  fields: {
    edition: 'of the convention that the holder accepted',
    from: 'the lease that was transferred',
  },
  infer:
    'which plots one person held in one growing season; who that is only whoever knows the plot’s grower',
  valid: [begun, { ...begun, from: 'SSSSSSSSSSSSSSSSSSSSSS' }],
  invalid: [
    { but: { edition: undefined }, problem: 'missing_field' },
    { but: { holder: 'me' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
