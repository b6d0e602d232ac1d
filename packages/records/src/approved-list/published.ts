import { day, fields, id, integer, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const approvedListPublished = defineRecord({
  kind: 'approved-list.published',
  version: 1,
  title: { zh: '公示农资许用清单', en: 'A list of approved products published' },
  public: fields({
    edition: integer('edition', { from: 1 }),
    inForceFrom: day,
    document: sha256,
  }),
  sealed: {
    proposer: { listId: id, proposedBy: id },
    confirmer: { listId: id, confirmedBy: id },
  },
})

export const about: About = {
  fields: {
    edition: 'counted from 1',
    inForceFrom: 'the day from which it counts, never one that was over',
    document: 'the list with every line of it',
  },
  infer: 'public by nature',
  valid: [
    {
      document: 'e4eb5dd1f0de5d5637462fe4eac0d4f7568e39de82145dd2b3a2ef21bd042636',
      edition: 2,
      inForceFrom: '2026-12-01',
    },
  ],
  invalid: [
    { but: { edition: 0 }, problem: 'out_of_range' },
    { but: { inForceFrom: 'soon' }, problem: 'bad_format' },
    { but: { document: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
