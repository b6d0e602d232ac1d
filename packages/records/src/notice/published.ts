import { day, fields, id, integer, noticeSerial, pseudonym, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const noticePublished = defineRecord({
  kind: 'notice.published',
  version: 1,
  title: { zh: '公示', en: 'A notice published' },
  public: fields({
    notice: pseudonym('notice'),
    serial: noticeSerial,
    awards: integer('awards', { from: 1 }),
    finalOn: day,
    snapshot: sha256,
  }),
  sealed: { publisher: { notice: id, publishedBy: id } },
})

export const about: About = {
  fields: {
    serial: '2026-017: its number in its year, without gaps',
    awards: 'how many',
    finalOn: 'the day on which they become final',
    snapshot:
      'of the canonical list of {award, household, item, pointsHundredths} in the order of the awards’ pseudonyms',
  },
  infer: 'nothing: the notice itself is public',
  valid: [
    {
      awards: 100,
      finalOn: '2026-09-17',
      notice: '6DowYdaYdMC-lwbqQInig3',
      serial: '2026-001',
      snapshot: '6cda6d26ab64f1a146b2e35149b06aee44b2e83282681200f5d11c2da900a96e',
    },
  ],
  invalid: [
    { but: { serial: '2026-17' }, problem: 'bad_format' },
    { but: { awards: 0 }, problem: 'out_of_range' },
    { but: { snapshot: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
