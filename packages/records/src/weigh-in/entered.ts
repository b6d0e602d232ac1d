import { count, fields, id, optional, pseudonym, where, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const told = fields({
  weighIn: pseudonym('weighIn'),
  offer: pseudonym('offer'),
  supplier: pseudonym('supplier'),
  subject: pseudonym('subject'),
  scale: pseudonym('scale'),
  by: word('typed', 'serial', 'bluetooth'),
  grade: word('first', 'second', 'third'),
  grossGrams: count('grams'),
  tareGrams: count('grams'),
  netGrams: count('grams'),
  outcome: word('accepted', 'refused'),
  because: optional(word('wet', 'damaged', 'pests', 'mixed', 'other_crop', 'too_old')),
  replaces: optional(pseudonym('weighIn')),
})

export const weighInEntered = defineRecord({
  kind: 'weigh-in.entered',
  version: 1,
  title: { zh: '登记过磅', en: 'A weigh-in entered' },
  public: where(told, ({ grossGrams, tareGrams, netGrams, outcome, because }) => {
    if (netGrams !== grossGrams - tareGrams) return 'net is not gross less tare'
    return (outcome === 'refused') === (because !== undefined) ? null : 'a reason is for a refusal'
  }),
  sealed: {
    grower: { weighInId: id, householdId: id, harvestId: id, photoFileId: id },
    weigher: { weighInId: id, weighedBy: id },
  },
})

export const about: About = {
  fields: {
    supplier: 'whose delivery it is, in this round',
    by: '`typed`: somebody read the scale; else the scale told it itself',
    because: 'only of what was refused',
    replaces: 'the weigh-in that was decided to be made again',
  },
  infer:
    'what a plot gave and earned in a round; whose it is, only for who knows whose the plot is',
  valid: [
    {
      by: 'serial',
      grade: 'first',
      grossGrams: 52_400,
      netGrams: 50_000,
      offer: 'VmQhQVot0AxWCPVDConQwq',
      outcome: 'accepted',
      scale: 'HmQhQVot0AxWCPVDConQwq',
      subject: 'l60jiBZqOPkYirRJlSorqc',
      supplier: '3K3zQmAhF4ryRrPdN-4lSD',
      tareGrams: 2_400,
      weighIn: 'ct-sGY20-_TRxSTjreS3lf',
    },
  ],
  invalid: [
    { but: { netGrams: 50_001 }, problem: 'fields_disagree' },
    { but: { outcome: 'refused' }, problem: 'fields_disagree' },
    { but: { grade: 'best' }, problem: 'not_allowed' },
    { but: { tareGrams: -1 }, problem: 'out_of_range' },
    { but: { grower: 'somebody' }, problem: 'additional_field' },
  ],
}
