import { day, fields, id, pseudonym, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const offerPublished = defineRecord({
  kind: 'offer.published',
  version: 1,
  title: { zh: '公示一份机会', en: 'An offer published' },
  public: fields({ offer: pseudonym('offer'), document: sha256, closesOn: day }),
  sealed: {
    publisher: { offerId: id, publishedBy: id },
    drafter: { offerId: id, draftedBy: id },
  },
})

export const about: About = {
  fields: { document: 'of the published offer', closesOn: 'the day on which claims close' },
  infer: 'what is offered, which is public; not who offers it',
  valid: [
    {
      closesOn: '2026-09-10',
      document: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      offer: 'HmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { document: undefined }, problem: 'missing_field' },
    { but: { closesOn: 'soon' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
