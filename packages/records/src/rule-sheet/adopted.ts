import {
  count,
  day,
  fields,
  id,
  integer,
  list,
  optional,
  sha256,
  text,
  word,
  words,
} from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const ruleSheetAdopted = defineRecord({
  kind: 'rule-sheet.adopted',
  version: 1,
  title: { zh: '通过细则', en: 'A rule sheet adopted' },
  public: fields({
    version: integer('version', { from: 1 }),
    sheet: sha256,
    effectiveFrom: day,
    resolution: fields({
      date: day,
      body: optional(word('adults', 'households', 'delegates')),
      eligible: count('members'),
      present: count('members'),
      for: count('votes'),
      against: count('votes'),
      minutesHash: optional(sha256),
    }),
  }),
  sealed: {
    adopter: {
      ruleSheet: id,
      enteredBy: id,
      lintAnswers: list(fields({ ref: text, reason: words })),
    },
    drafter: { ruleSheet: id, draftedBy: id },
  },
})

export const about: About = {
  fields: {
    resolution: 'the vote of the villagers that adopted it, with the hash of the minutes’ picture',
  },
  infer: 'public by nature',
  valid: [
    {
      effectiveFrom: '2026-09-02',
      resolution: { against: 17, date: '2026-09-02', eligible: 520, for: 362, present: 391 },
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
      version: 1,
    },
  ],
  invalid: [
    { but: { resolution: {} }, problem: 'missing_field' },
    { but: { effectiveFrom: 'now' }, problem: 'bad_format' },
    { but: { sheet: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
