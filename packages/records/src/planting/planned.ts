import { count, day, fields, id, list, nullable, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const plantingPlanned = defineRecord({
  kind: 'planting.planned',
  version: 1,
  title: { zh: '计划种植', en: 'Plantings planned' },
  public: fields({
    growingSeason: pseudonym('growingSeason'),
    plantings: list(
      fields({
        planting: pseudonym('planting'),
        subject: pseudonym('subject'),
        crop: pseudonym('crop'),
        heads: nullable(count('heads')),
        areaSquareMetres: count('square metres'),
        sowFrom: day,
        sowTo: day,
        harvestFrom: day,
        harvestTo: day,
        expectedGrams: count('grams'),
      }),
    ),
  }),
  sealed: { planner: { plannedBy: id } },
})

const planting = {
  planting: 'p60jiBZqOPkYirRJlSorqc',
  subject: 'l60jiBZqOPkYirRJlSorqc',
  crop: 'c60jiBZqOPkYirRJlSorqc',
  heads: null,
  areaSquareMetres: 667,
  sowFrom: '2026-09-01',
  sowTo: '2026-09-07',
  harvestFrom: '2026-10-26',
  harvestTo: '2026-11-15',
  expectedGrams: 3_001_500,
}
const planned = { growingSeason: 'HmQhQVot0AxWCPVDConQwq', plantings: [planting] }

export const about: About = {
  fields: {
    plantings:
      'each with its windows, which follow from the crop, and what its area or its heads are expected to give',
  },
  infer: 'what is to be grown on each plot, and when',
  valid: [planned, { ...planned, plantings: [{ ...planting, heads: 40 }] }],
  invalid: [
    { but: { plantings: [{ ...planting, sowTo: 'autumn' }] }, problem: 'bad_format' },
    { but: { plantings: [{ ...planting, expectedGrams: -1 }] }, problem: 'out_of_range' },
    { but: { growingSeason: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
