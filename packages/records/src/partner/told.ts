import { count, fields, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const partnerTold = defineRecord({
  kind: 'partner.told',
  version: 1,
  title: { zh: '合作方讲了去向', en: 'Told by a partner' },
  public: fields({ events: count('events'), digest: sha256 }),
  sealed: {},
})

export const about: About = {
  fields: {
    events: 'how many events of EPCIS were taken at once',
    digest:
      'SHA-256 over a line for each: its eventID, the hash of what it says, since when it is declared wrong',
  },
  infer:
    'that somebody who handles packs told something, and how much; not who, nor of which packs',
  valid: [
    {
      events: 2,
      digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
  invalid: [
    { but: { events: -1 }, problem: 'out_of_range' },
    { but: { digest: 'abc' }, problem: 'bad_format' },
    { but: { digest: undefined }, problem: 'missing_field' },
    { but: { partner: '村口小店' }, problem: 'additional_field' },
  ],
}
