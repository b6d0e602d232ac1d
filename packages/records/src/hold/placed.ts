import { eitherBy, fields, id, pseudonym, text, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const hold = pseudonym('hold')

export const holdPlaced = defineRecord({
  kind: 'hold.placed',
  version: 1,
  title: { zh: '召回：停止包装和销售', en: 'A recall: packing and sales are stopped' },
  public: eitherBy(
    'lot',
    fields({ hold, reach: word('lot'), lot: pseudonym('harvestLot') }),
    eitherBy(
      'subject',
      fields({ hold, reach: word('plot'), subject: pseudonym('subject') }),
      fields({ hold, reach: word('pack', 'product', 'substance'), named: text }),
    ),
  ),
  sealed: { placer: { holdId: id, placedBy: id, because: words } },
})

const placed = { hold: 'h0Ld2xRk0Zp1m8tQe5YvA3', reach: 'product', named: 'PD20990001' }

export const about: About = {
  fields: {
    named: 'the number of a pack, the registration number of a product, or a substance',
    reach:
      'everything of that lot or plot, or on whose plot the product was used within a year before',
  },
  infer: 'what the village took back, which is meant to be known',
  valid: [
    placed,
    { hold: placed.hold, reach: 'lot', lot: 'uU2xRk0Zp1m8tQe5YvA3cL' },
    { hold: placed.hold, reach: 'plot', subject: 'l60jiBZqOPkYirRJlSorqc' },
  ],
  invalid: [
    { but: { reach: 'lot' }, problem: 'not_allowed' },
    { but: { named: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
