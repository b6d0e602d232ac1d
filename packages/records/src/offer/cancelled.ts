import { fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const offerCancelled = defineRecord({
  kind: 'offer.cancelled',
  version: 1,
  title: { zh: '取消一份机会', en: 'An offer cancelled' },
  public: fields({ offer: pseudonym('offer') }),
  sealed: { canceller: { offerId: id, reason: words } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{ offer: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { offer: 'short' }, problem: 'bad_format' },
    { but: { offer: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
