import { count, fields, id, integer, nullable, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const applicationApproved = defineRecord({
  kind: 'application.approved',
  version: 1,
  title: { zh: '同意用药用肥', en: 'A product put on a plot, approved on the spot' },
  public: fields({
    subject: pseudonym('subject'),
    growingSeason: nullable(pseudonym('growingSeason')),
    areaSquareMetres: count('square metres'),
    edition: integer('edition', { from: 1 }),
    registrationNumber: text,
    crop: text,
    unit: word('g', 'ml'),
    thousandths: count('thousandths of the unit'),
  }),
  sealed: {
    asker: { applicationId: id, plotId: id, askedBy: id },
    approver: { applicationId: id, approvedBy: id, photoFileId: id },
  },
})

const approved = {
  subject: 'l60jiBZqOPkYirRJlSorqc',
  growingSeason: 'HmQhQVot0AxWCPVDConQwq',
  areaSquareMetres: 667,
  edition: 2,
  registrationNumber: 'PD20990001',
  crop: '白菜',
  unit: 'ml',
  thousandths: 35_000,
}

export const about: About = {
  fields: {
    growingSeason: 'in which uses are counted; none: the calendar year',
    edition: 'of the approved list that was in force',
    registrationNumber: 'the line of that list',
    crop: 'what grew there',
  },
  infer: 'what was put on which plot, which its trace tells anyway',
  valid: [approved, { ...approved, growingSeason: null }],
  invalid: [
    { but: { unit: 'kg' }, problem: 'not_allowed' },
    { but: { thousandths: -1 }, problem: 'out_of_range' },
    { but: { edition: 0 }, problem: 'out_of_range' },
    { but: { crop: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
