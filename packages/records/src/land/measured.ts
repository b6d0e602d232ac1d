import { count, fields, id, list, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const landMeasured = defineRecord({
  kind: 'land.measured',
  version: 1,
  title: { zh: '丈量地块', en: 'Plots measured' },
  public: fields({
    plots: list(
      fields({ subject: pseudonym('subject'), areaSquareMetres: count('square metres') }),
    ),
  }),
  sealed: { measurer: { measuredBy: id } },
})

export const about: About = {
  fields: { plots: 'each with the area that doses and yields are reckoned by' },
  infer: 'how large a plot is, as its map shows to everybody',
  valid: [{ plots: [{ subject: 'l60jiBZqOPkYirRJlSorqc', areaSquareMetres: 667 }] }],
  invalid: [
    { but: { plots: undefined }, problem: 'missing_field' },
    { but: { plots: [{ subject: 'l60jiBZqOPkYirRJlSorqc' }] }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
