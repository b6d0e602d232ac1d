import { fields, id, integer, pseudonym, text, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const adoptionOfferOffered = defineRecord({
  kind: 'adoption-offer.offered',
  version: 1,
  title: { zh: '认养上架', en: 'An adoption offered' },
  public: fields({
    adoptionOffer: pseudonym('adoptionOffer'),
    subject: pseudonym('subject'),
    growingSeason: pseudonym('growingSeason'),
    of: word('plot', 'flock', 'paddy'),
    crop: text,
    shares: integer('shares', { from: 1, to: 500 }),
    priceFen: integer('fen', { from: 1 }),
    unit: word('gram', 'piece'),
    part: word('permille', 'fixed'),
    partAmount: integer('thousandths, grams or pieces', { from: 1 }),
    edition: integer('edition', { from: 1 }),
  }),
  sealed: {
    proposer: { offerId: id, proposedBy: id },
    confirmer: { offerId: id, confirmedBy: id },
  },
})

const offered = {
  adoptionOffer: 'aO2xRk0Zp1m8tQe5YvA3cL',
  subject: 'l60jiBZqOPkYirRJlSorqc',
  growingSeason: 'HmQhQVot0AxWCPVDConQwq',
  of: 'paddy',
  crop: '水稻',
  shares: 40,
  priceFen: 128_000,
  unit: 'gram',
  part: 'permille',
  partAmount: 25,
  edition: 2,
}

export const about: About = {
  fields: {
    of: 'what is adopted',
    partAmount: 'of one share: thousandths of the harvest, or so many grams or pieces',
    edition: 'of the contract, which says what is done where the harvest fails',
  },
  infer: 'what can be adopted and for how much, which the village shows anyway',
  valid: [offered, { ...offered, of: 'flock', unit: 'piece', part: 'fixed', partAmount: 120 }],
  invalid: [
    { but: { shares: 0 }, problem: 'out_of_range' },
    { but: { priceFen: 0 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
