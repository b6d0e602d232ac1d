import { count, day, fields, id, integer, list, nullable, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const packingDone = defineRecord({
  kind: 'packing.done',
  version: 1,
  title: { zh: '清洗包装', en: 'Harvest lots washed and packed' },
  public: fields({
    number: text,
    crop: text,
    lots: list(fields({ lot: pseudonym('harvestLot'), grams: integer('grams', { from: 1 }) })),
    packs: list(
      fields({ grams: integer('grams', { from: 1 }), count: integer('packs', { from: 1 }) }),
    ),
    lossGrams: count('grams'),
    lossBecause: nullable(word('trimmed', 'spoilt', 'spilt', 'sampled')),
    bestBefore: nullable(day),
  }),
  sealed: { packer: { packingId: id, packedBy: id } },
})

const packed = {
  number: '261214-K7QF',
  crop: '白菜',
  lots: [{ lot: 'uU2xRk0Zp1m8tQe5YvA3cL', grams: 51_000 }],
  packs: [{ grams: 500, count: 100 }],
  lossGrams: 1000,
  lossBecause: 'trimmed',
  bestBefore: '2026-12-21',
}

export const about: About = {
  fields: {
    number: 'with which the number of each of its packs begins; the packs are counted from 1',
    lots: 'what was taken of each lot',
    packs: 'how many of each net weight, in the order of their numbers',
    bestBefore: 'none where nothing was packed',
  },
  infer: 'which lots are in a pack, which its trace page tells anyway',
  valid: [packed, { ...packed, packs: [], lossGrams: 51_000, bestBefore: null }],
  invalid: [
    { but: { lossGrams: -1 }, problem: 'out_of_range' },
    { but: { packs: [{ grams: 0, count: 1 }] }, problem: 'out_of_range' },
    { but: { lossBecause: 'eaten' }, problem: 'not_allowed' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
