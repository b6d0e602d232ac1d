import { fields, id, integer, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const conventionPublished = defineRecord({
  kind: 'convention.published',
  version: 1,
  title: { zh: '公示种植公约', en: 'A growers’ convention published' },
  public: fields({ edition: integer('edition', { from: 1 }), document: sha256 }),
  sealed: { publisher: { publishedBy: id } },
})

export const about: About = {
  fields: { edition: 'counted from 1', document: 'the text that growers accept' },
  infer: 'what growers agree to, which is public',
  valid: [
    {
      edition: 2,
      document: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
    },
  ],
  invalid: [
    { but: { edition: 0 }, problem: 'out_of_range' },
    { but: { document: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
