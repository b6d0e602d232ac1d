import { fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const residueTestEntered = defineRecord({
  kind: 'residue-test.entered',
  version: 1,
  title: { zh: '登记农残检测', en: 'A residue test entered' },
  public: fields({
    subject: pseudonym('subject'),
    method: word('rapid_card', 'laboratory'),
    outcome: word('passed', 'failed'),
  }),
  sealed: { tester: { testId: id, plotId: id, testedBy: id, photoFileId: id } },
})

export const about: About = {
  fields: { outcome: '`failed`: nothing of the plot is harvested before a later test is passed' },
  infer: 'how a plot’s crop was tested',
  valid: [{ subject: 'l60jiBZqOPkYirRJlSorqc', method: 'rapid_card', outcome: 'passed' }],
  invalid: [
    { but: { method: 'taste' }, problem: 'not_allowed' },
    { but: { outcome: 'maybe' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
