import { count, day, fields, pseudonym, sha256, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const spotDrawDrawn = defineRecord({
  kind: 'spot-draw.drawn',
  version: 1,
  title: { zh: '抽签定下抽查', en: 'Spot checks drawn' },
  public: fields({
    draw: pseudonym('draw'),
    checkpoint: fields({ origin: text, size: count('entries'), root: text }),
    drawn: count('candidates'),
    result: sha256,
    dueOn: day,
  }),
  sealed: {},
})

export const about: About = {
  fields: {
    checkpoint: 'whose hash the lots follow from',
    result: 'of what was drawn',
    dueOn: 'the last day for a check, of all of them',
  },
  infer: 'nothing more',
  valid: [
    {
      checkpoint: {
        origin: '330109102259.invalid/log/330109102259',
        root: 'zzGTUonni7OCwyENhLy8jzRZdNsA0Bj/FmaUrOHzsmw=',
        size: 1312,
      },
      draw: 'HmQhQVot0AxWCPVDConQwq',
      drawn: 2,
      dueOn: '2026-09-10',
      result: '048fe84eb5eb2b8e018e551a4c60d4eeadbb8009b53725b7597a4e2433c17728',
    },
  ],
  invalid: [
    { but: { checkpoint: {} }, problem: 'missing_field' },
    { but: { drawn: -1 }, problem: 'out_of_range' },
    { but: { dueOn: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
