import { count, fields, id, integer, list, nullable, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const cropEntered = defineRecord({
  kind: 'crop.entered',
  version: 1,
  title: { zh: '登记作物', en: 'A crop entered' },
  public: fields({
    crop: pseudonym('crop'),
    name: text,
    variety: nullable(text),
    daysToMaturity: integer('days', { from: 1, to: 366 }),
    harvestDays: integer('days', { from: 1, to: 366 }),
    sowing: list(integer('day of the year', { from: 101, to: 1231 })),
    yieldGrams: count('grams'),
    yieldPer: word('mu', 'head'),
    state: word('grown', 'retired'),
  }),
  sealed: { enterer: { cropId: id, enteredBy: id } },
})

const kept = {
  crop: 'p60jiBZqOPkYirRJlSorqc',
  name: '白菜',
  variety: '早熟五号',
  daysToMaturity: 55,
  harvestDays: 15,
  sowing: [801, 930],
  yieldGrams: 3_000_000,
  yieldPer: 'mu',
  state: 'grown',
}

export const about: About = {
  fields: {
    name: 'as the approved lists call it',
    daysToMaturity: 'from the first day of sowing to the first of harvest',
    harvestDays: 'how long it is harvested',
    sowing: 'first and last day of each window in which it is sown: month × 100 + day',
    yieldGrams: 'expected of one mu, or of one head of a flock',
    state: 'retired: nothing more is planned with it',
  },
  infer: 'what the village grows, and what it expects of it',
  valid: [kept, { ...kept, variety: null, yieldPer: 'head' }],
  invalid: [
    { but: { daysToMaturity: 0 }, problem: 'out_of_range' },
    { but: { yieldPer: 'tree' }, problem: 'not_allowed' },
    { but: { sowing: ['spring'] }, problem: 'wrong_type' },
    { but: { name: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
