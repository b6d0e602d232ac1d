import { count, day, fields, nullable, pseudonym, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const queueAnnounced = defineRecord({
  kind: 'queue.announced',
  version: 1,
  title: { zh: '公布排队名单', en: 'A queue announced' },
  public: fields({
    offer: pseudonym('offer'),
    queue: sha256,
    accounts: sha256,
    claims: count('claims'),
    honourThrough: nullable(day),
    honourBefore: nullable(day),
  }),
  sealed: {},
})

export const about: About = {
  fields: {
    queue: 'of the published queue: rule, supply, and each claim with honour, received and waited',
    accounts: 'of the published list that says of which household each claimant is',
    honourThrough: 'the statement up to which honour counts; null: there was none, and none counts',
    honourBefore: 'the statement after which it counts; null: from the beginning',
  },
  infer:
    'which household, under its lasting name, claims how much of what; where persons claim, how many of it do and for how much each',
  valid: [
    {
      accounts: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
      claims: 12,
      honourBefore: null,
      honourThrough: '2026-09-09',
      offer: 'HmQhQVot0AxWCPVDConQwq',
      queue: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
    },
  ],
  invalid: [
    { but: { claims: -1 }, problem: 'out_of_range' },
    { but: { queue: undefined }, problem: 'missing_field' },
    { but: { honourThrough: 'now' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
