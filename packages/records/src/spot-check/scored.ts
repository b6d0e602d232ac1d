import { fields, id, integer, nullable, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const spotCheckScored = defineRecord({
  kind: 'spot-check.scored',
  version: 1,
  title: { zh: '抽查评分', en: 'A spot check scored' },
  public: fields({
    draw: pseudonym('draw'),
    candidate: pseudonym('candidate'),
    score: integer('score', { from: 1, to: 5 }),
  }),
  sealed: {
    checker: {
      checkId: id,
      shiftId: nullable(id),
      subjectId: nullable(id),
      words: nullable(words),
      photoFileId: nullable(id),
    },
  },
})

export const about: About = {
  infer: 'two awards with one `spotCheck` are of one shift',
  valid: [{ candidate: 'HrBdRbXJ8OmHpmvF_qt_Gj', draw: 'HmQhQVot0AxWCPVDConQwq', score: 5 }],
  invalid: [
    { but: { score: 0 }, problem: 'out_of_range' },
    { but: { candidate: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
