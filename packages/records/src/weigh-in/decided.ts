import { fields, id, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const weighInDecided = defineRecord({
  kind: 'weigh-in.decided',
  version: 1,
  title: { zh: '过磅争议有了决定', en: 'A disputed weigh-in decided' },
  public: fields({ weighIn: pseudonym('weighIn'), outcome: word('upheld', 'dismissed') }),
  sealed: { party: { weighInId: id, decidedBy: id, reasons: words } },
})

export const about: About = {
  fields: { outcome: '`upheld`: it counts no more and is made again' },
  infer: 'how a doubt about a weigh-in ended, not who decided',
  valid: [{ outcome: 'upheld', weighIn: 'ct-sGY20-_TRxSTjreS3lf' }],
  invalid: [
    { but: { outcome: 'maybe' }, problem: 'not_allowed' },
    { but: { weighIn: 'one' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
