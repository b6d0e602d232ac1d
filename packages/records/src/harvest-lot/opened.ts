import { day, fields, id, integer, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const harvestLotOpened = defineRecord({
  kind: 'harvest-lot.opened',
  version: 1,
  title: { zh: '设立采收批次', en: 'A harvest lot opened' },
  public: fields({
    lot: pseudonym('harvestLot'),
    subject: pseudonym('subject'),
    crop: text,
    harvestedOn: day,
    origin: word('weigh_in', 'brought'),
    grade: word('first', 'second', 'third'),
    grams: integer('grams', { from: 1 }),
  }),
  sealed: { grower: { lotId: id, harvestId: id, plotId: id }, opener: { lotId: id, openedBy: id } },
})

export const about: About = {
  fields: {
    harvestedOn: 'the day for which the harvest was declared',
    origin: '`weigh_in`: bought in a round; `brought`: its grower’s own, not bought',
  },
  infer: 'how much was harvested of which plot, which its packs tell anyway',
  valid: [
    {
      lot: 'uU2xRk0Zp1m8tQe5YvA3cL',
      subject: 'l60jiBZqOPkYirRJlSorqc',
      crop: '白菜',
      harvestedOn: '2026-12-14',
      origin: 'brought',
      grade: 'first',
      grams: 118_500,
    },
  ],
  invalid: [
    { but: { grams: 0 }, problem: 'out_of_range' },
    { but: { grade: 'best' }, problem: 'not_allowed' },
    { but: { origin: 'market' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
