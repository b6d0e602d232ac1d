import { count, fields, id, integer, list, pseudonym, sha256, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const spotDrawAnnounced = defineRecord({
  kind: 'spot-draw.announced',
  version: 1,
  title: { zh: '公布抽查名单', en: 'A list for spot checks announced' },
  public: fields({
    draw: pseudonym('draw'),
    list: sha256,
    candidates: count('candidates'),
    ratePermille: integer('permille', { from: 0, to: 1000 }),
    randomPermille: integer('permille', { from: 0, to: 1000 }),
  }),
  sealed: { announcer: { drawId: id, kinds: list(word('shift', 'plot', 'yard')) } },
})

export const about: About = {
  fields: { list: 'of the published list' },
  infer: 'how much is checked; not what',
  valid: [
    {
      candidates: 2,
      draw: 'HmQhQVot0AxWCPVDConQwq',
      list: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      randomPermille: 500,
      ratePermille: 1000,
    },
  ],
  invalid: [
    { but: { ratePermille: 1001 }, problem: 'out_of_range' },
    { but: { list: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
