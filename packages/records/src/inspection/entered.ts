import { fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const inspectionEntered = defineRecord({
  kind: 'inspection.entered',
  version: 1,
  title: { zh: '登记地块检查', en: 'An inspection of a plot entered' },
  public: fields({ subject: pseudonym('subject'), grade: word('good', 'fair', 'poor') }),
  sealed: { inspector: { inspectionId: id, plotId: id, inspectedBy: id, photoFileId: id } },
})

export const about: About = {
  fields: { grade: 'as good as the worst part of the form' },
  infer: 'how a plot was kept',
  valid: [{ subject: 'l60jiBZqOPkYirRJlSorqc', grade: 'good' }],
  invalid: [
    { but: { grade: 'excellent' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
