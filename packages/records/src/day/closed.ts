import { count, day, fields, hash64, nullable, points, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const boards = {
  'all/household': hash64,
  'all/person': hash64,
  'all/group': hash64,
  'year/household': hash64,
  'year/person': hash64,
  'year/group': hash64,
  'month/household': hash64,
  'month/person': hash64,
  'month/group': hash64,
  'month-before/household': hash64,
  'month-before/person': hash64,
  'month-before/group': hash64,
}

export const dayClosed = defineRecord({
  kind: 'day.closed',
  version: 1,
  title: { zh: '每日结账', en: 'The day’s statement' },
  public: fields({
    day,
    records: count('records'),
    recordsOfDay: count('records'),
    awardedHundredths: points,
    reversedHundredths: points,
    uncountedHundredths: points,
    spentHundredths: points,
    sheet: nullable(sha256),
    households: sha256,
    boards: fields(boards),
  }),
  sealed: {},
})

export const about: About = {
  fields: {
    day: 'the day before',
    records: 'all, up to its end',
    uncountedHundredths: 'final, but not counted yet',
    sheet: 'in force',
    households: 'of a document with every household',
    boards: 'of twelve boards: all time, year, month, month before × households, people, groups',
  },
  infer: 'the boards',
  valid: [
    {
      awardedHundredths: 0,
      boards: {
        'all/group': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'all/household': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'all/person': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month-before/group': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month-before/household': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month-before/person': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month/group': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month/household': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'month/person': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'year/group': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'year/household': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
        'year/person': 'T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU',
      },
      day: '2026-09-02',
      households: '6fb79edb6e8c76d1e180495e77cc21da31f5c137a2b61bf7bb721329f797525e',
      records: 658,
      recordsOfDay: 658,
      reversedHundredths: 0,
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
      spentHundredths: 0,
      uncountedHundredths: 0,
    },
  ],
  invalid: [
    { but: { boards: {} }, problem: 'missing_field' },
    { but: { records: -1 }, problem: 'out_of_range' },
    { but: { households: null }, problem: 'wrong_type' },
    { but: { spentHundredths: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
