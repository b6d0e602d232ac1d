import { count, day, fields, pseudonym, sha256, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const queueDrawn = defineRecord({
  kind: 'queue.drawn',
  version: 1,
  title: { zh: '抽签排定先后', en: 'The order of a queue drawn' },
  public: fields({
    offer: pseudonym('offer'),
    checkpoint: fields({ origin: text, size: count('entries'), root: text }),
    result: sha256,
    answerBy: day,
  }),
  sealed: {},
})

export const about: About = {
  fields: {
    checkpoint: 'whose hash the lots follow from',
    result: 'of who stands where and is called for what, which anybody can work out',
    answerBy: 'the last day for an answer of those who are called',
  },
  infer: 'who is called for how much, by the names of the queue',
  valid: [
    {
      answerBy: '2026-09-13',
      checkpoint: {
        origin: '330109102259.invalid/log/330109102259',
        root: 'zzGTUonni7OCwyENhLy8jzRZdNsA0Bj/FmaUrOHzsmw=',
        size: 1312,
      },
      offer: 'HmQhQVot0AxWCPVDConQwq',
      result: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
    },
  ],
  invalid: [
    { but: { checkpoint: {} }, problem: 'missing_field' },
    { but: { answerBy: undefined }, problem: 'missing_field' },
    { but: { result: 'none' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
