import { fields, id, nullable, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const plantingEnded = defineRecord({
  kind: 'planting.ended',
  version: 1,
  title: { zh: '种植计划结束', en: 'A planting ended before its harvest' },
  public: fields({ planting: pseudonym('planting'), as: word('cancelled', 'changed') }),
  sealed: {
    ender: {
      plantingId: id,
      because: nullable(word('weather', 'pests', 'no_seed', 'no_hands', 'other_crop')),
      endedBy: id,
    },
  },
})

export const about: About = {
  fields: { as: 'changed: another planting takes its place' },
  infer: 'that a plan did not hold',
  valid: [
    { planting: 'p60jiBZqOPkYirRJlSorqc', as: 'cancelled' },
    { planting: 'p60jiBZqOPkYirRJlSorqc', as: 'changed' },
  ],
  invalid: [
    { but: { as: 'forgotten' }, problem: 'not_allowed' },
    { but: { planting: 'that' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
