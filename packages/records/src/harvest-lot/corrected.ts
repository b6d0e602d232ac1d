import { fields, id, integer, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const harvestLotCorrected = defineRecord({
  kind: 'harvest-lot.corrected',
  version: 1,
  title: { zh: '采收批次改重', en: 'The weight of a harvest lot corrected' },
  public: fields({
    lot: pseudonym('harvestLot'),
    weighIn: pseudonym('weighIn'),
    grade: word('first', 'second', 'third'),
    grams: integer('grams', { from: 0 }),
  }),
  sealed: { grower: { lotId: id, weighInId: id }, corrector: { lotId: id, correctedBy: id } },
})

export const about: About = {
  fields: {
    weighIn: 'in which what the lot is of was weighed again',
    grams: 'what the lot weighs from now on, packed or not; 0: it was refused and went home',
  },
  infer: 'which lot a weigh-in is of, and what the village makes good of its own slips',
  valid: [
    {
      lot: 'uU2xRk0Zp1m8tQe5YvA3cL',
      weighIn: 'ct-sGY20-_TRxSTjreS3lf',
      grade: 'second',
      grams: 18_000,
    },
  ],
  invalid: [
    { but: { grams: -1 }, problem: 'out_of_range' },
    { but: { grade: 'best' }, problem: 'not_allowed' },
    { but: { weighIn: 'one' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
